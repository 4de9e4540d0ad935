import { type AuditEntry, type AuditKind, type AuditLog, routesOf } from "../../lib/model/audit.ts";
import type { Sql } from "../db/database.ts";

export interface Deed extends Omit<AuditEntry, "name"> {
  workspace: string;
}

/** Notes what somebody did with a personal token: R75 of docs/spec/delivery.md. What is noted is not changed or removed; twice is once. */
export async function noteDeed(sql: Sql, deed: Deed): Promise<void> {
  const { workspace, id, at, by, method, route, subject } = deed;
  await sql.query(
    `INSERT INTO audit_log (workspace_id, id, at, done_by, method, route, subject)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [workspace, id, new Date(at).toISOString(), by, method, route, subject],
  );
}

export interface AuditQuestion {
  limit: number;
  /** The last entry of the page before. */
  after?: string | undefined;
  /** A credential. */
  by?: string | undefined;
  kind?: AuditKind | undefined;
  /** From when, and until before when, epoch ms. */
  from?: number | undefined;
  until?: number | undefined;
}

/** The newest first. */
export async function readAudit(
  sql: Sql,
  workspace: string,
  { limit, after, by, kind, from, until }: AuditQuestion,
): Promise<AuditLog> {
  const timeOf = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  const items = await sql.query<AuditEntry>(
    `SELECT l.id, l.at, l.done_by AS by, c.name, l.method, l.route, l.subject
     FROM audit_log l LEFT JOIN credentials c ON c.workspace_id = l.workspace_id AND c.id = l.done_by
     WHERE l.workspace_id = $1 AND ($3::uuid IS NULL OR l.id < $3::uuid)
       AND ($4::uuid IS NULL OR l.done_by = $4::uuid) AND ($5::text IS NULL OR l.route ~ $5::text)
       AND ($6::timestamptz IS NULL OR l.at >= $6::timestamptz)
       AND ($7::timestamptz IS NULL OR l.at < $7::timestamptz)
     ORDER BY l.id DESC LIMIT $2::int`,
    [
      workspace,
      limit + 1,
      after ?? null,
      by ?? null,
      kind === undefined ? null : routesOf(kind),
      timeOf(from),
      timeOf(until),
    ],
  );
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: items.length > limit && last ? last.id : null };
}
