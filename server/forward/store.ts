import type { Sql } from "../db/database.ts";
import { badRequest, notFound } from "../http/errors.ts";
import type { Queued } from "./adapters/adapter.ts";
import type { Forward, NewForward } from "./schemas.ts";

const COLUMNS = `f.id, f.kind, f.url, right(f.secret, 4) AS hint, f.batch, f.sign, f.takes, f.created_at AS "createdAt", f.sent, f.dropped,
  f.error, f.next_at AS "nextAt",
  (SELECT count(*) FROM forward_queue q WHERE q.workspace_id = f.workspace_id AND q.forward = f.id) AS waiting`;

export function listForwards(sql: Sql, workspace: string): Promise<Forward[]> {
  return sql.query<Forward>(
    `SELECT ${COLUMNS} FROM forwards f WHERE f.workspace_id = $1 ORDER BY f.id`,
    [workspace],
  );
}

/** Makes or changes it; what waits for it is tried at once. A secret that is not given again stays. */
export async function putForward(
  sql: Sql,
  workspace: string,
  id: string,
  { kind, url, secret, batch, sign, takes }: NewForward,
  made: { at: number; by: string },
): Promise<Forward> {
  await sql.query(
    `INSERT INTO forwards (workspace_id, id, kind, url, secret, batch, created_at, created_by, sign, takes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (workspace_id, id) DO UPDATE SET kind = excluded.kind, url = excluded.url,
       secret = coalesce(excluded.secret, forwards.secret), batch = excluded.batch,
       sign = excluded.sign, takes = excluded.takes,
       attempts = 0, next_at = NULL, error = NULL`,
    [
      workspace,
      id,
      kind,
      url,
      secret ?? null,
      batch ?? false,
      new Date(made.at).toISOString(),
      made.by,
      sign ?? false,
      takes ?? "all",
    ],
  );
  const found = (await listForwards(sql, workspace)).find((forward) => forward.id === id);
  if (!found) throw new Error("a forward that was just made is not there");
  if (found.sign && found.hint === null) {
    const allowed = "a secret that signs, of at least one character";
    throw badRequest([{ path: "secret", found: "nothing", allowed }]);
  }
  return found;
}

/** What waits for it goes with it. */
export async function removeForward(sql: Sql, workspace: string, id: string): Promise<void> {
  const rows = await sql.query(
    "DELETE FROM forwards WHERE workspace_id = $1 AND id = $2 RETURNING id",
    [workspace, id],
  );
  if (rows.length === 0) throw notFound("forward with this id");
  await sql.query("DELETE FROM forward_queue WHERE workspace_id = $1 AND forward = $2", [
    workspace,
    id,
  ]);
}

/** A target as it is served. */
export interface Line {
  id: string;
  kind: NewForward["kind"];
  url: string;
  secret: string | null;
  batch: boolean;
  sign: boolean;
  attempts: number;
  /** Most messages to put into the next request; null: as many as fit. */
  size: number | null;
  nextAt: number | null;
}

export function readLines(sql: Sql, workspace: string): Promise<Line[]> {
  return sql.query<Line>(
    `SELECT id, kind, url, secret, batch, sign, attempts, size, next_at AS "nextAt" FROM forwards WHERE workspace_id = $1 ORDER BY id`,
    [workspace],
  );
}

/** The oldest that wait. */
export async function readQueue(
  sql: Sql,
  workspace: string,
  forward: string,
  limit: number,
): Promise<Queued[]> {
  const rows = await sql.query<{ id: string; message: string }>(
    `SELECT message_id AS id, message FROM forward_queue WHERE workspace_id = $1 AND forward = $2
     ORDER BY received_at, message_id LIMIT $3::int`,
    [workspace, forward, limit],
  );
  return rows.map(({ id, message }) => ({ id, message: JSON.parse(message) }));
}

export interface Settled {
  /** Leave the queue. */
  ids: readonly string[];
  sent: number;
  dropped: number;
  attempts: number;
  size: number | null;
  nextAt: number | null;
  error: string | null;
}

export async function settle(
  sql: Sql,
  workspace: string,
  forward: string,
  { ids, ...state }: Settled,
): Promise<void> {
  if (ids.length > 0) {
    await sql.query(
      `DELETE FROM forward_queue WHERE workspace_id = $1 AND forward = $2
         AND message_id IN (SELECT jsonb_array_elements_text($3::jsonb))`,
      [workspace, forward, JSON.stringify(ids)],
    );
  }
  const { sent, dropped, attempts, size, nextAt, error } = state;
  await sql.query(
    `UPDATE forwards SET sent = sent + $3, dropped = dropped + $4, attempts = $5, size = $6,
       next_at = $7, error = $8 WHERE workspace_id = $1 AND id = $2`,
    [
      workspace,
      forward,
      sent,
      dropped,
      attempts,
      size,
      nextAt === null ? null : new Date(nextAt).toISOString(),
      error,
    ],
  );
}
