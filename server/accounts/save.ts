import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../lib/model/parse.ts";
import type { Sql } from "../db/database.ts";
import { dayOf, isoOf } from "../ingest/fold.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { type Applied, applyValues } from "./apply.ts";
import { fromRow, type RecordRow, toRow, WRITE_RECORDS } from "./columns.ts";
import { lockRecords } from "./lock.ts";
import { type Amount, amountsOf, withNewest } from "./money.ts";
import { problemsOf, type Said } from "./patch.ts";
import { type Change, EMPTY_RECORD, type Saying } from "./record.ts";
import { dropStages, entryOf, newestStages, type StageChange, type StageEntry } from "./stages.ts";
import { writeChanges } from "./write-changes.ts";

export interface SayingOf {
  id: string;
  said: Said;
  saying: Saying;
  /** The newest stage was a mistake, whenever the account came to it. */
  isStageBack?: boolean;
}

export interface Surroundings {
  /** Epoch ms. */
  now: number;
  newId: () => string;
  /** Ids of the journey's stages. */
  stages: ReadonlySet<string>;
}

export interface Saved {
  id: string;
  outcome: "made" | "changed" | "unchanged" | "refused";
  changes: Change[];
  held: string[];
  /** Fields out of which somebody was left whose data were deleted. */
  erased: string[];
  problems: Problem[];
}

interface Written extends Omit<Saved, "erased"> {
  saying: Saying;
  row: Record<string, unknown> | null;
  mrr: readonly Amount[];
  stage: StageChange | null;
}

/**
 * Takes what is said about accounts, each once: whole, or not at all where something is wrong with it. Accounts that are
 * not there are made. Every way in comes through here: the API, CSV, people, and what apps say.
 */
export async function saveAccounts(
  sql: Sql,
  workspace: string,
  told: readonly SayingOf[],
  around: Surroundings,
): Promise<Saved[]> {
  if (told.length === 0) return [];
  const items = await sayable(sql, workspace, told);
  const rows = await lockRecords(
    sql,
    workspace,
    items.map(({ id }) => id),
  );
  const entered = await newestStages(
    sql,
    workspace,
    items.flatMap(({ id, said }) => ("stage" in said.values ? [id] : [])),
  );
  const written = items.map((item) =>
    work(item, rows.get(item.id), { ...around, entered: entered.get(item.id) ?? [] }),
  );
  const insert = async (text: string, all: readonly object[]) => {
    if (all.length > 0) await sql.query(text, [workspace, JSON.stringify(all)]);
  };
  await insert(
    WRITE_RECORDS,
    written.flatMap(({ row }) => (row ? [row] : [])),
  );
  await insert(
    WRITE_MRR,
    written.flatMap(({ id, mrr }) => mrr.map((one) => ({ account_id: id, ...one }))),
  );
  await dropStages(
    sql,
    workspace,
    written.flatMap(({ id, stage }) =>
      stage?.drop ? [{ account_id: id, since: stage.drop }] : [],
    ),
  );
  await insert(
    WRITE_STAGES,
    written.flatMap(({ id, stage }) => (stage ? [{ account_id: id, ...stage }] : [])),
  );
  await writeChanges(
    sql,
    workspace,
    written.flatMap(({ id, saying, changes }) =>
      changes.map(({ field, ...change }) => ({
        id,
        saying,
        what: "field" as const,
        subject: field,
        ...change,
      })),
    ),
    around,
  );
  return written.map(({ id, outcome, changes, held, problems }, at) => ({
    id,
    outcome,
    changes,
    held,
    erased: items[at]?.erased ?? [],
    problems,
  }));
}

/** What is said without those whose data were deleted, and which fields that concerns. */
async function sayable(
  sql: Sql,
  workspace: string,
  told: readonly SayingOf[],
): Promise<(SayingOf & { erased: string[] })[]> {
  const all = told.map(({ said }) => said.values);
  const source = told.every(({ saying }) => saying.source === "hand") ? "hand" : "api";
  const kept = await withoutForgotten(sql, workspace, all, { source });
  return told.map((one, at) => {
    const values = kept[at] ?? {};
    const erased = Object.keys(values).filter(
      (field) => !isDeepStrictEqual(values[field], one.said.values[field]),
    );
    return { ...one, said: { ...one.said, values }, erased };
  });
}

const WRITE_MRR = `
  INSERT INTO account_mrr (workspace_id, account_id, since, minor, currency)
  SELECT $1::uuid, account_id, since, minor, currency
  FROM jsonb_to_recordset($2::jsonb) AS r (account_id text, since date, minor bigint, currency text)
  ON CONFLICT (workspace_id, account_id, since) DO UPDATE SET minor = excluded.minor, currency = excluded.currency`;

const WRITE_STAGES = `
  INSERT INTO account_stages (workspace_id, account_id, since, stage)
  SELECT $1::uuid, account_id, since, stage
  FROM jsonb_to_recordset($2::jsonb) AS r (account_id text, since date, stage text)
  ON CONFLICT (workspace_id, account_id, since) DO UPDATE SET stage = excluded.stage`;

function work(
  { id, said, saying, isStageBack = false }: SayingOf,
  row: RecordRow | undefined,
  around: Surroundings & { entered: readonly StageEntry[] },
): Written {
  const today = dayOf(around.now);
  const before = row ? fromRow(row) : EMPTY_RECORD;
  const dated = withNewest(said, before);
  const applied = applyValues(before, dated.values, saying);
  const problems = problemsOf(said, applied.record, { today, stages: around.stages });
  const empty = { id, saying, changes: [], held: [], row: null, mrr: [], stage: null };
  if (problems.length > 0) return { ...empty, outcome: "refused", problems };

  const { entered } = around;
  const stage = stageOf(said, applied, row, { entered, today, isMistake: isStageBack });
  const mrr = amountsOf(dated, applied, today);
  const isMade = row === undefined;
  const isNews =
    isMade || mrr.length > 0 || stage !== null || !isDeepStrictEqual(before, applied.record);
  const wasArchived = row?.archived_at != null;
  if (!isNews && !wasArchived) return { ...empty, outcome: "unchanged", problems };
  const changes = [...applied.changes, ...sinceChange(stage, applied, row)];
  const createdAt = typeof row?.created_at === "number" ? row.created_at : around.now;
  return {
    id,
    saying,
    outcome: isMade ? "made" : changes.length + mrr.length > 0 ? "changed" : "unchanged",
    changes,
    held: applied.held,
    problems,
    mrr,
    stage,
    row: toRow(applied.record, {
      id,
      stageSince: stage ? (stage.stage === null ? null : stage.since) : (row?.stage_since ?? null),
      createdAt: isoOf(createdAt),
      updatedAt: isoOf(around.now),
    }),
  };
}

function stageOf(
  { stageSince }: Said,
  { changes, record, held }: Applied,
  row: RecordRow | undefined,
  { entered, ...when }: { entered: readonly StageEntry[]; today: string; isMistake: boolean },
): StageChange | null {
  const change = changes.find(({ field }) => field === "stage");
  if (change) {
    const after = change.after as string | null;
    return stageSince === undefined
      ? entryOf(after, entered, when)
      : { since: stageSince, stage: after, drop: null };
  }
  const { stage } = record.values;
  const isOfAnother = typeof stage !== "string" || held.includes("stage");
  if (stageSince === undefined || isOfAnother || stageSince === row?.stage_since) return null;
  return { since: stageSince, stage, drop: when.isMistake ? (row?.stage_since ?? null) : null };
}

/** That an account is in the same stage since another day is a change too, which can be taken back. */
function sinceChange(
  stage: StageChange | null,
  { changes, record }: Applied,
  row: RecordRow | undefined,
): Change[] {
  if (!stage || !row || changes.some(({ field }) => field === "stage")) return [];
  const beforeSource = record.sources.stage ?? null;
  return [{ field: "stageSince", before: row.stage_since, beforeSource, after: stage.since }];
}
