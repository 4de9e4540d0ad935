import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import type { Saying } from "./record.ts";
import { saveAccounts } from "./save.ts";
import { changeTask } from "./tasks.ts";

/** Gives one CSM's accounts and open tasks to another; whose they were stays in the history. */
export async function reassign(
  sql: Sql,
  workspace: string,
  { from, to }: { from: string; to: string },
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<{ accounts: number; tasks: number }> {
  const accounts = await sql.query<{ id: string }>(
    `SELECT account_id AS id FROM account_records
     WHERE workspace_id = $1 AND owner = $2 AND archived_at IS NULL ORDER BY account_id`,
    [workspace, from],
  );
  const said = { values: { owner: to }, mrrHistory: [], stageSince: undefined };
  await saveAccounts(
    sql,
    workspace,
    accounts.map(({ id }) => ({ id, said, saying })),
    { now: saying.at, newId, stages: new Set() },
  );
  const tasks = await sql.query<{ id: string }>(
    `SELECT id FROM tasks WHERE workspace_id = $1 AND owner = $2 AND state IN ('open', 'doing')
       AND created_at <= $3::timestamptz ORDER BY account_id, id`,
    [workspace, from, isoOf(saying.at)],
  );
  for (const { id } of tasks) {
    await changeTask(sql, workspace, { id, patch: { owner: to } }, { saying, newId });
  }
  return { accounts: accounts.length, tasks: tasks.length };
}
