import type { Database, Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import { daysUntil } from "../query/merged.ts";
import { holdDays, packDays } from "../usage/pack-days.ts";
import { type PackedDay, readPacked } from "../usage/packed-days.ts";
import { WINDOW_DAYS } from "./window.ts";

/** People change accounts, so a day is counted again after so many days in any case. */
const RECOUNT_DAYS = 7;

/**
 * Brings the uses by account and day up to date, all of it packed: H20 of docs/spec/health.md. Each day is a transaction
 * of its own, and `signal` ends it between two.
 */
export async function countDays(
  { db }: { db: Database },
  workspace: string,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  await packDays({ db }, workspace, signal);
  await db.transaction(workspace, async (sql) => {
    // What is being packed now is packed before its mark is taken, or leaves a mark of its own.
    await holdDays(sql, workspace);
    await sql.query(
      `WITH due AS (DELETE FROM usage_days_due WHERE workspace_id = $1 AND NOT taken RETURNING day)
       INSERT INTO usage_days_due (workspace_id, day, taken) SELECT $1::uuid, day, true FROM due
       ON CONFLICT DO NOTHING`,
      [workspace],
    );
  });
  const days = await db.transaction(workspace, (sql) => dueDays(sql, workspace, now));
  if (days.length === 0) return;
  const accounts = await db.transaction(workspace, (sql) => readAccounts(sql, workspace));
  for (const day of days) {
    signal?.throwIfAborted();
    await db.transaction(workspace, (sql) => countDay(sql, workspace, { day, now, accounts }));
  }
}

async function dueDays(sql: Sql, workspace: string, now: number): Promise<string[]> {
  const window = daysUntil(now, WINDOW_DAYS);
  // Days without any use need no counting one by one.
  await sql.query(
    `INSERT INTO usage_days (workspace_id, day, counted_at)
     SELECT $1::uuid, t.text::date, $3::timestamptz FROM jsonb_array_elements_text($2::jsonb) AS t (text)
     WHERE NOT EXISTS (SELECT FROM packed_days f WHERE f.workspace_id = $1 AND f.day = t.text::date)
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

/** The account of each packed person as they are known today, by number. */
async function readAccounts(sql: Sql, workspace: string): Promise<ReadonlyMap<number, string>> {
  const rows = await sql.query<{ account: string; numbers: string }>(
    `SELECT u.account_id AS account, string_agg(p.number::text, ',') AS numbers
     FROM packed_people p
       LEFT JOIN devices d ON p.anonymous AND d.workspace_id = p.workspace_id AND d.device = p.person
       JOIN users u ON u.workspace_id = p.workspace_id
         AND u.user_id = CASE WHEN p.anonymous THEN d.user_id ELSE p.person END
     WHERE p.workspace_id = $1 AND u.account_id IS NOT NULL
     GROUP BY 1`,
    [workspace],
  );
  return new Map(
    rows.flatMap(({ account, numbers }) =>
      numbers.split(",").map((number) => [Number(number), account] as const),
    ),
  );
}

interface Counting {
  day: string;
  now: number;
  accounts: ReadonlyMap<number, string>;
}

async function countDay(
  sql: Sql,
  workspace: string,
  { day, now, accounts }: Counting,
): Promise<void> {
  // Of two passes at a time one counts the day, and the other finds it counted.
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 3)) IS NULL", [workspace]);
  if ((await dueAmong(sql, workspace, [day], now)).length === 0) return;
  await sql.query("DELETE FROM account_feature_days WHERE workspace_id = $1 AND day = $2::date", [
    workspace,
    day,
  ]);
  const packed = await readPacked(sql, workspace, "day = $2::date AND feature <> ''", [day]);
  const rows = packed.flatMap((uses) => usesOf(uses, accounts));
  await sql.query(
    `INSERT INTO account_feature_days (workspace_id, account_id, day, feature, uses)
     SELECT $1::uuid, account, $2::date, feature, uses
     FROM json_to_recordset($3::json) AS r (account text, feature text, uses bigint)`,
    [workspace, day, JSON.stringify(rows)],
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

function usesOf({ feature, people, counts }: PackedDay, accounts: Counting["accounts"]) {
  const sums = new Map<string, number>();
  for (const [at, person] of people.entries()) {
    const account = accounts.get(person);
    if (account !== undefined) sums.set(account, (sums.get(account) ?? 0) + (counts[at] ?? 0));
  }
  return [...sums].map(([account, uses]) => ({ account, feature, uses }));
}
