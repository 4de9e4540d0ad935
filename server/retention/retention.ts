import type { Sql } from "../db/database.ts";
import type { IncomingEvent } from "../ingest/event.ts";
import type { Retention, RetentionSetting } from "./schemas.ts";

export async function readRetention(sql: Sql, workspace: string): Promise<Retention> {
  const [row] = await sql.query<Retention>(
    `SELECT retention_days AS days, events_from AS "from" FROM workspaces WHERE id = $1`,
    [workspace],
  );
  return row ?? { days: null, from: null };
}

export async function setRetention(
  sql: Sql,
  workspace: string,
  { days }: RetentionSetting,
): Promise<void> {
  await sql.query("UPDATE workspaces SET retention_days = $2 WHERE id = $1", [workspace, days]);
}

/** The ids of those events that are not taken, because all of their time was let go (R76): they may have been there. */
export async function findExpired(
  sql: Sql,
  workspace: string,
  events: readonly IncomingEvent[],
): Promise<Set<string>> {
  const { from } = await readRetention(sql, workspace);
  const expired = events.filter(({ at }) => from !== null && at < from);
  return new Set(expired.map(({ messageId }) => messageId));
}
