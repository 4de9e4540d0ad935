import type { AccountOutcome } from "../../../lib/model/account.ts";
import type {
  AccountImport,
  ImportedRow,
  ImportOrder,
  ImportPreview,
} from "../../../lib/model/account-import.ts";
import { withRule } from "../../../lib/model/problem.ts";
import { RULES } from "../../../lib/model/rule.ts";
import type { Database, Sql } from "../../db/database.ts";
import { badRequest } from "../../http/errors.ts";
import { dayOf, isoOf } from "../../ingest/fold.ts";
import { withoutForgotten } from "../../privacy/forgotten.ts";
import { GONE } from "../../privacy/redact.ts";
import { findErasedUsers } from "../../privacy/tombstones.ts";
import { saveUsers } from "../../users/save.ts";
import { readJourney } from "../journey.ts";
import type { Saying } from "../record.ts";
import { upsertAccounts } from "../upsert.ts";
import { markChampions, withMark } from "./champions.ts";
import { writeContacts } from "./contacts.ts";
import { type ImportPlan, planImport } from "./plan.ts";
import { readImport } from "./stored.ts";

export interface ImportCall {
  workspace: string;
  order: ImportOrder;
  /** Credential. */
  by: string;
  /** Epoch ms. */
  at: number;
  newId: () => string;
}

/** Rows that a preview shows. */
const SHOWN = 200;

/** What an import would do: it is done, and taken back before anybody can see it. */
export async function previewImport(db: Database, call: ImportCall): Promise<ImportPreview> {
  let preview: ImportPreview | undefined;
  await db
    .transaction(call.workspace, async (sql) => {
      const { plan, rows } = await take(sql, call, call.newId());
      const { encoding, delimiter, columns, dates, problems } = plan;
      const sorted = rows.toSorted(
        (a, b) => Number(b.outcome === "refused") - Number(a.outcome === "refused"),
      );
      preview = {
        encoding,
        delimiter,
        columns,
        dates,
        problems: problems.map(withRule),
        ...countsOf(rows),
        held: rows.filter(({ held }) => held.length > 0).length,
        rows: sorted.slice(0, SHOWN),
      };
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  if (!preview) throw new Error("a preview ended without an answer");
  return preview;
}

class TakenBack extends Error {}

/** Takes a file, in one transaction: each row whole, or not at all with what is wrong with it. */
export async function runImport(db: Database, call: ImportCall): Promise<AccountImport> {
  const { workspace, by, at } = call;
  const id = call.newId();
  return db.transaction(workspace, async (sql) => {
    const name = await withoutForgotten(sql, workspace, call.order.name, { source: "csv" });
    const order = { ...call.order, name };
    const { plan, rows } = await take(sql, { ...call, order }, id);
    if (plan.problems.length > 0) throw badRequest(plan.problems);
    if (plan.dates === "?") {
      const found = "dates that could be day.month or month/day";
      throw badRequest([{ path: "dates", found, allowed: RULES.dateOrder }]);
    }
    const { made, changed, unchanged, refused } = countsOf(rows);
    await sql.query(
      `INSERT INTO account_imports
         (workspace_id, id, at, done_by, file_name, made, changed, unchanged, refused, report, subject)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11)`,
      [
        workspace,
        id,
        isoOf(at),
        by,
        order.name,
        made,
        changed,
        unchanged,
        refused,
        JSON.stringify(await reportOf(sql, workspace, order, rows)),
        order.of,
      ],
    );
    return readImport(sql, workspace, id);
  });
}

/** What is kept of the rows: nobody in them whose data were deleted, neither as a row of their own nor in what was found. */
async function reportOf(
  sql: Sql,
  workspace: string,
  { of }: ImportOrder,
  rows: readonly ImportedRow[],
): Promise<readonly ImportedRow[]> {
  const kept = await withoutForgotten(sql, workspace, rows, { source: "csv" });
  if (of !== "users") return kept;
  const ids = kept.map(({ id }) => id);
  const erased = await findErasedUsers(sql, workspace, ids);
  return kept.map((row) => (erased.has(row.id) ? { ...row, id: GONE } : row));
}

async function take(
  sql: Sql,
  { workspace, order, by, at, newId }: ImportCall,
  id: string,
): Promise<{ plan: ImportPlan; rows: ImportedRow[] }> {
  const journey = await readJourney(sql, workspace);
  const plan = planImport(order, { journey, today: dayOf(at) });
  const saying: Saying = { source: "csv", at, by, overwrite: order.overwrite ?? false, import: id };
  const readable = plan.rows.filter(({ problems }) => problems.length === 0);
  const entries = readable.map(({ entry }) => entry);
  const save = order.of === "users" ? saveUsers : upsertAccounts;
  const outcomes = await save(sql, workspace, entries, { saying, newId });
  const byLine = new Map(readable.map(({ line }, place) => [line, outcomes[place]]));
  const taken = new Set(outcomes.flatMap((one) => (one.outcome === "refused" ? [] : [one.id])));
  const contacts = readable.flatMap(({ entry, contact }) => {
    const account = String(entry.id);
    return contact !== null && taken.has(account) ? [{ account, day: contact }] : [];
  });
  await writeContacts(sql, workspace, contacts, { saying, newId, text: order.name });
  const said = readable.flatMap(({ line, entry, champion }) =>
    champion !== null && taken.has(String(entry.id))
      ? [{ line, user: String(entry.id), is: champion }]
      : [],
  );
  const marked = await markChampions(sql, workspace, said, { saying, newId });
  const rows = plan.rows.map(({ line, entry, problems }): ImportedRow => {
    const outcome: AccountOutcome = byLine.get(line) ?? {
      id: typeof entry.id === "string" ? entry.id.slice(0, 200) : "",
      outcome: "refused",
      changed: [],
      held: [],
      problems,
    };
    return withMark(
      { line, ...outcome, problems: outcome.problems.map(withRule) },
      marked.get(line),
    );
  });
  return { plan, rows };
}

function countsOf(rows: readonly ImportedRow[]) {
  const count = (outcome: ImportedRow["outcome"]) =>
    rows.filter((row) => row.outcome === outcome).length;
  return {
    made: count("made"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    refused: count("refused"),
  };
}
