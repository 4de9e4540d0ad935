import type { Forward, ForwardName, NewForward } from "../../lib/model/forward.ts";
import { RULES, ruleOf } from "../../lib/model/rule.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, notFound } from "../http/errors.ts";
import type { Queued } from "./adapters/adapter.ts";

const COLUMNS = `f.id, f.kind, f.url, right(f.secret, 4) AS hint, f.batch, f.sign, f.takes, f.changes,
  f.to_owner AS "toOwner", f.paused, f.created_at AS "createdAt", f.sent, f.dropped, f.error, f.failed_at AS "failedAt",
  f.next_at AS "nextAt",
  (SELECT count(*) FROM forward_queue q WHERE q.workspace_id = f.workspace_id AND q.forward = f.id) AS waiting`;

export async function listForwards(sql: Sql, workspace: string): Promise<Forward[]> {
  const found = await sql.query<Forward>(
    `SELECT ${COLUMNS} FROM forwards f WHERE f.workspace_id = $1 ORDER BY f.id`,
    [workspace],
  );
  return found.map((one) => ({ ...one, ...(one.error !== null && ruleOf(one.error)) }));
}

export function listForwardNames(sql: Sql, workspace: string): Promise<ForwardName[]> {
  return sql.query<ForwardName>(
    "SELECT id, kind FROM forwards WHERE workspace_id = $1 ORDER BY id",
    [workspace],
  );
}

/**
 * Makes or changes it; what waits for it is tried at once. A secret that is not given again stays; where one is to sign
 * and there is none, it is made and told in the answer.
 */
export async function putForward(
  sql: Sql,
  workspace: string,
  id: string,
  { kind, url, secret, batch, sign, takes, changes, toOwner }: NewForward,
  made: { at: number; by: string; newSecret: () => string },
): Promise<Forward> {
  await sql.query(
    `INSERT INTO forwards (workspace_id, id, kind, url, secret, batch, created_at, created_by, sign, takes, changes, to_owner)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ARRAY(SELECT jsonb_array_elements_text($11::jsonb)), $12)
     ON CONFLICT (workspace_id, id) DO UPDATE SET kind = excluded.kind, url = excluded.url,
       secret = coalesce(excluded.secret, forwards.secret), batch = excluded.batch,
       sign = excluded.sign, takes = excluded.takes, changes = excluded.changes, to_owner = excluded.to_owner,
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
      takes ?? (kind === "email" ? "playbooks" : "all"),
      JSON.stringify([...new Set(changes)]),
      toOwner ?? false,
    ],
  );
  const found = await readForward(sql, workspace, id);
  return found.sign && found.hint === null
    ? newForwardSecret(sql, workspace, id, { secret: made.newSecret(), at: made.at })
    : found;
}

export async function readForward(sql: Sql, workspace: string, id: string): Promise<Forward> {
  const found = (await listForwards(sql, workspace)).find((forward) => forward.id === id);
  if (!found) throw notFound("forward with this id");
  return found;
}

/** So long the old secret signs beside the new one. */
const OVERLAP_MS = 24 * 3_600_000;

/** What signs from now on. The secret is told in the answer, this once. */
export async function newForwardSecret(
  sql: Sql,
  workspace: string,
  id: string,
  { secret, at }: { secret: string; at: number },
): Promise<Forward> {
  const { sign } = await readForward(sql, workspace, id);
  if (!sign) {
    throw new ApiError(409, "conflict", RULES.secretElsewhere);
  }
  await sql.query(
    `UPDATE forwards SET old_secret = secret, old_until = $4::timestamptz, secret = $3
     WHERE workspace_id = $1 AND id = $2`,
    [workspace, id, secret, new Date(at + OVERLAP_MS).toISOString()],
  );
  return { ...(await readForward(sql, workspace, id)), secret };
}

/** Nothing is sent there until it goes on; then at once, however long it was to wait. */
export async function pauseForward(
  sql: Sql,
  workspace: string,
  id: string,
  paused: boolean,
): Promise<Forward> {
  await sql.query(
    `UPDATE forwards SET paused = $3::boolean, attempts = CASE WHEN $3::boolean THEN attempts ELSE 0 END,
       next_at = CASE WHEN $3::boolean THEN next_at END WHERE workspace_id = $1 AND id = $2`,
    [workspace, id, paused],
  );
  return readForward(sql, workspace, id);
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

/** A target as it is served; one that is paused is not. */
export interface Line {
  id: string;
  kind: NewForward["kind"];
  url: string;
  secret: string | null;
  batch: boolean;
  sign: boolean;
  toOwner: boolean;
  /** What signed before, and until when it goes on to (epoch ms). */
  oldSecret: string | null;
  oldUntil: number | null;
  attempts: number;
  /** Most messages to put into the next request; null: as many as fit. */
  size: number | null;
  nextAt: number | null;
}

export function readLines(sql: Sql, workspace: string): Promise<Line[]> {
  return sql.query<Line>(
    `SELECT id, kind, url, secret, batch, sign, to_owner AS "toOwner", old_secret AS "oldSecret",
       old_until AS "oldUntil", attempts, size, next_at AS "nextAt"
     FROM forwards WHERE workspace_id = $1 AND NOT paused ORDER BY id`,
    [workspace],
  );
}

/** The oldest that wait; none where it is paused. */
export async function readQueue(
  sql: Sql,
  workspace: string,
  forward: string,
  limit: number,
): Promise<Queued[]> {
  const rows = await sql.query<{ id: string; message: string }>(
    `SELECT message_id AS id, message FROM forward_queue WHERE workspace_id = $1 AND forward = $2
       AND NOT EXISTS (SELECT FROM forwards f WHERE f.workspace_id = $1 AND f.id = $2 AND f.paused)
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
  now: number,
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
       next_at = $7, error = $8, held_by = NULL, failed_at = CASE WHEN $8::text IS NULL THEN failed_at ELSE $9::timestamptz END WHERE workspace_id = $1 AND id = $2`,
    [
      workspace,
      forward,
      sent,
      dropped,
      attempts,
      size,
      nextAt === null ? null : new Date(nextAt).toISOString(),
      error,
      new Date(now).toISOString(),
    ],
  );
}
