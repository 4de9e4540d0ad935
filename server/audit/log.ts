import type { Sql } from "../db/database.ts";
import type { AuditEntry, AuditLog } from "./schemas.ts";

export interface Deed extends Omit<AuditEntry, "name"> {
  workspace: string;
}

/** Notes what somebody did with a personal token: R75 of docs/spec/delivery.md. What is noted is not changed or removed. */
export async function noteDeed(sql: Sql, deed: Deed): Promise<void> {
  const { workspace, id, at, by, method, route, subject } = deed;
  await sql.query(
    `INSERT INTO audit_log (workspace_id, id, at, done_by, method, route, subject)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [workspace, id, new Date(at).toISOString(), by, method, route, subject],
  );
}

/** The newest first. */
export async function readAudit(
  sql: Sql,
  workspace: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<AuditLog> {
  const items = await sql.query<AuditEntry>(
    `SELECT l.id, l.at, l.done_by AS by, c.name, l.method, l.route, l.subject
     FROM audit_log l LEFT JOIN credentials c ON c.workspace_id = l.workspace_id AND c.id = l.done_by
     WHERE l.workspace_id = $1 AND ($3::uuid IS NULL OR l.id < $3::uuid)
     ORDER BY l.id DESC LIMIT $2::int`,
    [workspace, limit + 1, after ?? null],
  );
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: items.length > limit && last ? last.id : null };
}
