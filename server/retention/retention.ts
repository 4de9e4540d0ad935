import {
  MOST_COUNTED,
  type Retention,
  type RetentionPreview,
  type RetentionSetting,
} from "../../lib/model/retention.ts";
import type { Sql } from "../db/database.ts";
import type { IncomingEvent } from "../ingest/event.ts";

const DAY_MS = 86_400_000;

export async function readRetention(sql: Sql, workspace: string): Promise<Retention> {
  const [row] = await sql.query<Retention>(
    `SELECT retention_days AS days, import_days AS imports, audit_days AS audit, events_from AS "from"
     FROM workspaces WHERE id = $1`,
    [workspace],
  );
  return row ?? { days: null, imports: null, audit: null, from: null };
}

export async function setRetention(
  sql: Sql,
  workspace: string,
  setting: RetentionSetting,
): Promise<Retention> {
  const before = await readRetention(sql, workspace);
  const { days, imports, audit } = { ...before, ...setting };
  await sql.query(
    "UPDATE workspaces SET retention_days = $2, import_days = $3, audit_days = $4 WHERE id = $1",
    [workspace, days, imports, audit],
  );
  return readRetention(sql, workspace);
}

/** What is kept for so many days begins with this moment, epoch ms. Whole UTC days. */
export function keptFrom(now: number, days: number): number {
  return (Math.floor(now / DAY_MS) - days) * DAY_MS;
}

/** What would be deleted if this held. */
export async function previewRetention(
  sql: Sql,
  workspace: string,
  setting: RetentionSetting,
  now: number,
): Promise<RetentionPreview> {
  const { days, imports, audit } = { ...(await readRetention(sql, workspace)), ...setting };
  const leaving = async (
    table: "events" | "account_imports" | "audit_log",
    term: number | null,
  ) => {
    if (term === null) return null;
    const before = keptFrom(now, term);
    const [row] = await sql.query<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE workspace_id = $1 AND at < $2 LIMIT $3::int) older`,
      [workspace, new Date(before).toISOString(), MOST_COUNTED + 1],
    );
    return { before, count: row?.count ?? 0 };
  };
  return {
    events: await leaving("events", days),
    imports: await leaving("account_imports", imports),
    audit: await leaving("audit_log", audit),
  };
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
