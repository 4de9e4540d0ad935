import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";
import { type RecordRow, ROW_COLUMNS } from "./columns.ts";

/** The records of these accounts, as far as there are any, which nobody else changes or makes until the transaction ends. */
export async function lockRecords(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
): Promise<Map<string, RecordRow>> {
  const params = [workspace, JSON.stringify(ids)];
  const which = "workspace_id = $1 AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb))";
  const [there] = await sql.query<{ count: number }>(
    `SELECT count(*) AS count FROM account_records WHERE ${which}`,
    params,
  );
  // Rows that are not there cannot be locked: whoever makes some goes alone.
  if ((there?.count ?? 0) < ids.length) {
    await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 1)) IS NULL", [workspace]);
  }
  const rows = await sql.query<RecordRow>(
    `SELECT ${ROW_COLUMNS}, archived_at FROM account_records WHERE ${which} ORDER BY account_id FOR UPDATE`,
    params,
  );
  return new Map(rows.map((row) => [row.account_id, row]));
}

/** Nobody else changes this account, its touches or its tasks until the transaction ends. 404 if there is none. */
export async function lockAccount(sql: Sql, workspace: string, id: string): Promise<void> {
  const [row] = await sql.query(
    `SELECT 1 FROM account_records
     WHERE workspace_id = $1 AND account_id = $2 AND archived_at IS NULL FOR UPDATE`,
    [workspace, id],
  );
  if (!row) throw notFound("account with this id");
}
