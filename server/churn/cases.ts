import type { AccountChange } from "../../lib/model/account-change.ts";
import type { RiskCause } from "../../lib/model/risk.ts";
import type {
  NewRiskCase,
  RiskCase,
  RiskCaseDetail,
  RiskCaseList,
  RiskCasePatch,
} from "../../lib/model/risk-case.ts";
import { RULES, sayRule } from "../../lib/model/rule.ts";
import type { Task } from "../../lib/model/task.ts";
import { lockAccount } from "../accounts/lock.ts";
import { readPlace, writePlace } from "../accounts/page.ts";
import type { Saying } from "../accounts/record.ts";
import { saveAccounts } from "../accounts/save.ts";
import { writeChanges } from "../accounts/write-changes.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, badRequest, notFound } from "../http/errors.ts";
import { dayOf, isoOf } from "../ingest/fold.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { type CaseState, changeCase, stepOf } from "./change-case.ts";

const COLUMNS = `r.id, r.account_id AS account, r.revision, r.level, r.type, r.cause, r.plan, r.people, r.causes,
  r.done_at AS "doneAt", r.outcome, r.churn_note AS "churnNote", r.opened_at AS "openedAt",
  coalesce(c.name, '') AS "openedBy", r.updated_at AS "updatedAt", r.closed_at AS "closedAt"`;

const FROM = `risk_cases r LEFT JOIN credentials c ON c.workspace_id = r.workspace_id AND c.id = r.opened_by`;

interface How {
  saying: Saying;
  newId: () => string;
}

type Row = Omit<RiskCase, "step">;

const withStep = (row: Row): RiskCase => ({ ...row, step: stepOf(row) });

/** Opens the handling of a risk, with what makes it now. Of one account at most one is open. */
export async function openCase(
  sql: Sql,
  workspace: string,
  { account, level }: NewRiskCase,
  { saying, newId }: How,
): Promise<RiskCase> {
  await lockAccount(sql, workspace, account);
  const [there] = await sql.query<{ id: string }>(
    `SELECT id FROM risk_cases WHERE workspace_id = $1 AND account_id = $2 AND closed_at IS NULL`,
    [workspace, account],
  );
  if (there) {
    throw new ApiError(409, "conflict", sayRule("caseOpen", { id: there.id }));
  }
  const [standing] = await sql.query<{ causes: RiskCause[] }>(
    "SELECT causes FROM account_health WHERE workspace_id = $1 AND account_id = $2",
    [workspace, account],
  );
  const id = newId();
  await sql.query(
    `INSERT INTO risk_cases (workspace_id, id, account_id, revision, level, people, causes, opened_at, opened_by, updated_at)
     VALUES ($1, $2, $3, 1, $4, '[]', $5::jsonb, $6::timestamptz, $7, $6::timestamptz)`,
    [
      workspace,
      id,
      account,
      level,
      JSON.stringify(standing?.causes ?? []),
      isoOf(saying.at),
      saying.by,
    ],
  );
  const made = await readCase(sql, workspace, id);
  await writeDown(sql, workspace, made, { before: null, after: { level } }, { saying, newId });
  return made;
}

/** Z13 to Z16 of docs/spec/churn.md. `expected`: the revision that was read; undefined: whatever is there. */
export async function patchCase(
  sql: Sql,
  workspace: string,
  { id, patch: told, expected }: { id: string; patch: RiskCasePatch; expected: number | undefined },
  how: How,
): Promise<RiskCase> {
  const patch = await withoutForgotten(sql, workspace, told, how.saying);
  const { account } = await readCase(sql, workspace, id);
  await lockAccount(sql, workspace, account);
  const before = await readCase(sql, workspace, id);
  if (expected !== undefined && expected !== before.revision) {
    const message = "Somebody else changed this case meanwhile.";
    throw new ApiError(412, "precondition_failed", message);
  }
  if (before.closedAt !== null) {
    throw new ApiError(409, "conflict", RULES.caseClosed);
  }
  const change = changeCase(before, patch, how.saying.at);
  if (!change.ok) throw badRequest(change.problems);
  const { state, changed } = change;
  if (changed.length === 0) return before;
  await sql.query(
    `UPDATE risk_cases SET revision = revision + 1, level = $3, type = $4, cause = $5, plan = $6, people = $7::jsonb,
       done_at = $8::timestamptz, outcome = $9::text, churn_note = $10, updated_at = $11::timestamptz,
       closed_at = CASE WHEN $9::text IS NOT NULL THEN $11::timestamptz END
     WHERE workspace_id = $1 AND id = $2`,
    [
      workspace,
      id,
      state.level,
      state.type,
      state.cause,
      state.plan,
      JSON.stringify(state.people),
      state.doneAt === null ? null : isoOf(state.doneAt),
      state.outcome,
      state.churnNote,
      isoOf(how.saying.at),
    ],
  );
  const pick = (from: CaseState) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  await writeDown(sql, workspace, before, { before: pick(before), after: pick(state) }, how);
  if (state.outcome === "churned") await sayChurned(sql, workspace, before, patch.churnedOn, how);
  return readCase(sql, workspace, id);
}

/** Z17 of docs/spec/churn.md. A day that is known stays unless another one is said. */
async function sayChurned(
  sql: Sql,
  workspace: string,
  { account: id }: RiskCase,
  said: string | undefined,
  { saying, newId }: How,
): Promise<void> {
  const [known] = await sql.query<{ on: string | null }>(
    `SELECT churned_on AS on FROM account_records WHERE workspace_id = $1 AND account_id = $2`,
    [workspace, id],
  );
  const churnedOn = said ?? known?.on ?? dayOf(saying.at);
  const values = { values: { churnedOn }, mrrHistory: [], stageSince: undefined };
  const around = { now: saying.at, newId, stages: new Set<string>() };
  await saveAccounts(sql, workspace, [{ id, said: values, saying }], around);
}

export async function readCase(sql: Sql, workspace: string, id: string): Promise<RiskCase> {
  const [row] = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE r.workspace_id = $1 AND r.id::text = $2`,
    [workspace, id],
  );
  if (!row) throw notFound("risk case with this id");
  return withStep(row);
}

export async function readCaseDetail(
  sql: Sql,
  workspace: string,
  id: string,
): Promise<RiskCaseDetail> {
  const found = await readCase(sql, workspace, id);
  const acts = await sql.query<AccountChange>(
    `SELECT h.id, h.at, h.source, coalesce(c.name, '') AS by, h.what, h.subject, h.before, h.after, h.import_id AS import
     FROM account_changes h LEFT JOIN credentials c ON c.workspace_id = h.workspace_id AND c.id = h.done_by
     WHERE h.workspace_id = $1 AND h.account_id = $2 AND h.what = 'risk-case' AND h.subject = $3
     ORDER BY h.at DESC, h.id DESC`,
    [workspace, found.account, id],
  );
  const tasks = await sql.query<Task>(
    `SELECT id, account_id AS account, title, note, owner, due, state, source, cause,
       created_at AS "createdAt", updated_at AS "updatedAt", closed_at AS "closedAt"
     FROM tasks WHERE workspace_id = $1 AND account_id = $2 AND source = 'risk' AND cause = $3
     ORDER BY created_at, id`,
    [workspace, found.account, id],
  );
  return { ...found, acts, tasks };
}

export async function listCases(
  sql: Sql,
  workspace: string,
  question: {
    account?: string | undefined;
    state: "open" | "closed" | "any";
    limit: number;
    after?: string | undefined;
  },
): Promise<RiskCaseList> {
  const { account, state, limit, after } = question;
  const place = readPlace(after);
  const rows = await sql.query<Row & { place: string }>(
    `SELECT ${COLUMNS}, r.opened_at::text AS place FROM ${FROM} WHERE r.workspace_id = $1
       AND ($2::text IS NULL OR r.account_id = $2::text)
       AND ($3::text = 'any' OR ($3::text = 'open') = (r.closed_at IS NULL))
       AND ($4::text IS NULL OR (r.opened_at, r.id) < ($4::text::timestamptz, $5::text::uuid))
     ORDER BY r.opened_at DESC, r.id DESC LIMIT $6::int`,
    [workspace, account ?? null, state, place?.[0] ?? null, place?.[1] ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ place: _, ...row }) => withStep(row)),
    next: rows.length > limit && last ? writePlace([last.place, last.id]) : null,
  };
}

async function writeDown(
  sql: Sql,
  workspace: string,
  { id: subject, account: id }: RiskCase,
  { before, after }: { before: object | null; after: object },
  { saying, newId }: How,
): Promise<void> {
  const act = {
    id,
    saying,
    what: "risk-case" as const,
    subject,
    before,
    beforeSource: null,
    after,
  };
  await writeChanges(sql, workspace, [act], { newId });
}
