import type { Database, Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import { holdPeople } from "../privacy/tombstones.ts";
import { daysUntil, merged } from "../query/merged.ts";
import { WINDOW_DAYS } from "./window.ts";

/** People change accounts, so a day is counted again after so many days in any case. */
const RECOUNT_DAYS = 7;

/** Something new is stored about these days, in the transaction that stores it: H20 of docs/spec/health.md. */
export async function markDays(
  sql: Sql,
  workspace: string,
  days: ReadonlySet<string>,
): Promise<void> {
  if (days.size === 0) return;
  await sql.query(
    `INSERT INTO usage_days_due (workspace_id, day, taken)
     SELECT $1::uuid, day::date, false FROM jsonb_array_elements_text($2::jsonb) AS d (day) ORDER BY day
     ON CONFLICT DO NOTHING`,
    [workspace, JSON.stringify([...days])],
  );
}

/** Brings the uses by account and day up to date. Each day is a transaction of its own, and `signal` ends it between two. */
export async function countDays(
  { db }: { db: Database },
  workspace: string,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  await db.transaction(workspace, async (sql) => {
    // What is being stored now is stored before its mark is taken, or leaves a mark of its own.
    await holdPeople(sql, workspace, true);
    await sql.query(
      `WITH due AS (DELETE FROM usage_days_due WHERE workspace_id = $1 AND NOT taken RETURNING day)
       INSERT INTO usage_days_due (workspace_id, day, taken) SELECT $1::uuid, day, true FROM due
       ON CONFLICT DO NOTHING`,
      [workspace],
    );
  });
  const days = await db.transaction(workspace, (sql) => dueDays(sql, workspace, now));
  for (const day of days) {
    signal?.throwIfAborted();
    await db.transaction(workspace, (sql) => countDay(sql, workspace, day, now));
  }
}

async function dueDays(sql: Sql, workspace: string, now: number): Promise<string[]> {
  const window = daysUntil(now, WINDOW_DAYS);
  // Days without any use need no counting one by one.
  await sql.query(
    `INSERT INTO usage_days (workspace_id, day, counted_at)
     SELECT $1::uuid, t.text::date, $3::timestamptz FROM jsonb_array_elements_text($2::jsonb) AS t (text)
     WHERE NOT EXISTS (SELECT FROM feature_days f WHERE f.workspace_id = $1 AND f.day = t.text::date)
     ON CONFLICT DO NOTHING`,
    [workspace, JSON.stringify(window), isoOf(now)],
  );
  return dueAmong(sql, workspace, window, now);
}

async function dueAmong(
  sql: Sql,
  workspace: string,
  days: readonly string[],
  now: number,
): Promise<string[]> {
  const rows = await sql.query<{ day: string }>(
    `SELECT w.day::text AS day FROM jsonb_array_elements_text($2::jsonb) AS t (text)
       CROSS JOIN LATERAL (SELECT t.text::date AS day) w
       LEFT JOIN usage_days u ON u.workspace_id = $1 AND u.day = w.day
     WHERE u.counted_at IS NULL OR u.counted_at < $3::timestamptz
       OR EXISTS (SELECT FROM usage_days_due d WHERE d.workspace_id = $1 AND d.day = w.day AND d.taken)
     ORDER BY w.day`,
    [workspace, JSON.stringify(days), isoOf(now - RECOUNT_DAYS * 86_400_000)],
  );
  return rows.map(({ day }) => day);
}

async function countDay(sql: Sql, workspace: string, day: string, now: number): Promise<void> {
  // Of two passes at a time one counts the day, and the other finds it counted.
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 3)) IS NULL", [workspace]);
  if ((await dueAmong(sql, workspace, [day], now)).length === 0) return;
  await sql.query("DELETE FROM account_feature_days WHERE workspace_id = $1 AND day = $2::date", [
    workspace,
    day,
  ]);
  await sql.query(
    `INSERT INTO account_feature_days (workspace_id, account_id, day, feature, uses)
     SELECT $1::uuid, u.account_id, $2::date, f.feature, sum(f.count)
     FROM ${merged("feature_days")} f
       JOIN users u ON u.workspace_id = $1::uuid AND u.user_id = f.who
     WHERE f.day = $2::date AND NOT f.unknown AND u.account_id IS NOT NULL
     GROUP BY u.account_id, f.feature`,
    [workspace, day],
  );
  await sql.query(
    `INSERT INTO usage_days (workspace_id, day, counted_at) VALUES ($1, $2::date, $3::timestamptz)
     ON CONFLICT (workspace_id, day) DO UPDATE SET counted_at = excluded.counted_at`,
    [workspace, day, isoOf(now)],
  );
  await sql.query(
    "DELETE FROM usage_days_due WHERE workspace_id = $1 AND day = $2::date AND taken",
    [workspace, day],
  );
}
