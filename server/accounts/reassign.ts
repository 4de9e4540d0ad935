import type {
  Reassigned,
  Reassignment,
  ReassignmentDone,
  ReassignmentUndone,
} from "../../lib/model/reassignment.ts";
import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import type { Saying } from "./record.ts";
import { saveAccounts } from "./save.ts";
import { changeTask } from "./tasks.ts";

interface How {
  saying: Saying;
  newId: () => string;
}

/** Of those of one CSM, or of those that are named: which another one does not have already. */
const ACCOUNTS = `
  SELECT account_id AS id, owner, sources->'owner'->>'source' AS source FROM account_records
  WHERE workspace_id = $1 AND archived_at IS NULL AND owner IS DISTINCT FROM $2
    AND (owner = $3::text OR account_id IN (SELECT jsonb_array_elements_text($4::jsonb)))
  ORDER BY account_id`;

/** Open tasks of one CSM wherever they are, or at the accounts that are named. */
const TASKS = `
  SELECT id, owner, account_id AS account FROM tasks
  WHERE workspace_id = $1 AND state IN ('open', 'doing') AND created_at <= $2::timestamptz
    AND (owner = $3::text OR account_id IN (SELECT jsonb_array_elements_text($4::jsonb)))
  ORDER BY account_id, id`;

/**
 * Gives accounts with the open tasks of whoever had them to another CSM: K7 of docs/spec/accounts.md. Whose they were
 * stays in the history, and is answered, so that it can be taken back.
 */
export async function reassign(
  sql: Sql,
  workspace: string,
  order: Reassignment,
  { saying, newId }: How,
): Promise<ReassignmentDone> {
  const { to } = order;
  const from = "from" in order ? order.from : null;
  const named = JSON.stringify("accounts" in order ? order.accounts : []);
  const accounts = await sql.query<Reassigned["accounts"][number]>(ACCOUNTS, [
    workspace,
    to,
    from,
    named,
  ]);
  const ownerOf = new Map(accounts.map(({ id, owner }) => [id, owner]));
  const open = await sql.query<Reassigned["tasks"][number] & { account: string }>(TASKS, [
    workspace,
    isoOf(saying.at),
    from,
    named,
  ]);
  const tasks = open
    .filter(({ owner, account }) => owner !== null && owner === (from ?? ownerOf.get(account)))
    .map(({ id, owner }) => ({ id, owner }));
  await saveAccounts(
    sql,
    workspace,
    accounts.map(({ id }) => ({ id, said: saidOwner(to), saying })),
    { now: saying.at, newId, stages: new Set() },
  );
  for (const { id } of tasks) {
    await changeTask(sql, workspace, { id, patch: { owner: to } }, { saying, newId });
  }
  return { accounts: accounts.length, tasks: tasks.length, before: { to, accounts, tasks } };
}

/** Takes that back where nobody has said otherwise since. */
export async function undoReassign(
  sql: Sql,
  workspace: string,
  { to, accounts, tasks }: Reassigned,
  { saying, newId }: How,
): Promise<ReassignmentUndone> {
  const stillTheirs = async (table: string, id: string, ids: readonly string[]) => {
    const rows = await sql.query<{ id: string }>(
      `SELECT ${id} AS id FROM ${table} WHERE workspace_id = $1 AND owner = $2
         AND ${id} IN (SELECT jsonb_array_elements_text($3::jsonb))`,
      [workspace, to, JSON.stringify(ids)],
    );
    return new Set(rows.map((row) => row.id));
  };
  const ids = (all: readonly { id: string }[]) => all.map((one) => one.id);
  const here = await stillTheirs("account_records", "account_id", ids(accounts));
  const open = await stillTheirs("tasks", "id", ids(tasks));
  const back = accounts.filter(({ id }) => here.has(id));
  for (const [source, all] of Map.groupBy(back, (one) => one.source ?? saying.source)) {
    await saveAccounts(
      sql,
      workspace,
      all.map(({ id, owner }) => ({
        id,
        said: saidOwner(owner),
        saying: { ...saying, source, overwrite: true },
      })),
      { now: saying.at, newId, stages: new Set() },
    );
  }
  const returned = tasks.filter(({ id }) => open.has(id));
  for (const { id, owner } of returned) {
    await changeTask(sql, workspace, { id, patch: { owner } }, { saying, newId });
  }
  return {
    accounts: back.length,
    tasks: returned.length,
    kept: accounts.length - back.length,
  };
}

function saidOwner(owner: string | null) {
  return { values: { owner }, mrrHistory: [], stageSince: undefined };
}
