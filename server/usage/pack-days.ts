import type { Database, Sql } from "../db/database.ts";
import { holdPeople } from "../privacy/tombstones.ts";
import { pack } from "./varints.ts";

/**
 * R71 of docs/spec/delivery.md: something new is stored about these days, so they are read from the rollups again until
 * they are packed anew. In the transaction that stores it.
 */
export async function unpackDays(
  sql: Sql,
  workspace: string,
  days: ReadonlySet<string>,
): Promise<void> {
  if (days.size === 0) return;
  await sql.query(
    `DELETE FROM packed_days WHERE workspace_id = $1
       AND day IN (SELECT text::date FROM jsonb_array_elements_text($2::jsonb) AS t (text))`,
    [workspace, JSON.stringify([...days])],
  );
}

/** Days of which something is known, one after the other by the key, without going over what is known of each. */
const KNOWN_DAYS = `WITH RECURSIVE known AS (
    (SELECT day FROM person_days WHERE workspace_id = $1 ORDER BY day LIMIT 1)
    UNION ALL
    SELECT (SELECT p.day FROM person_days p WHERE p.workspace_id = $1 AND p.day > known.day ORDER BY p.day LIMIT 1)
    FROM known WHERE known.day IS NOT NULL)`;

/** Days that are not packed, oldest first. */
export async function looseDays(sql: Sql, workspace: string): Promise<string[]> {
  const rows = await sql.query<{ day: string }>(
    `${KNOWN_DAYS} SELECT day FROM known WHERE day IS NOT NULL AND NOT EXISTS (
       SELECT FROM packed_days d WHERE d.workspace_id = $1 AND d.day = known.day AND d.feature = '')
     ORDER BY day`,
    [workspace],
  );
  return rows.map(({ day }) => day);
}

/** Packs all days that are not; each is a transaction of its own, and `signal` ends it between two. */
export async function packDays(
  { db }: { db: Database },
  workspace: string,
  signal?: AbortSignal,
): Promise<void> {
  const days = await db.transaction(workspace, (sql) => looseDays(sql, workspace));
  for (const day of days) {
    signal?.throwIfAborted();
    await db.transaction(workspace, (sql) => packDay(sql, workspace, day));
  }
}

interface Packed {
  feature: string;
  uses: number;
  last: string | null;
  /** Numbers and counts, alternating. */
  flat: number[];
}

async function packDay(sql: Sql, workspace: string, day: string): Promise<void> {
  // What is being stored about the day now comes before it is packed, or takes it away again.
  await holdPeople(sql, workspace, true);
  const [packedMeanwhile] = await sql.query(
    "SELECT FROM packed_days WHERE workspace_id = $1 AND day = $2::date AND feature = ''",
    [workspace, day],
  );
  if (packedMeanwhile) return;
  await sql.query(
    `INSERT INTO packed_people (workspace_id, anonymous, person, number)
     SELECT $1::uuid, d.anonymous, d.person,
       (SELECT coalesce(max(number), -1) FROM packed_people WHERE workspace_id = $1)
         + row_number() OVER (ORDER BY d.person COLLATE "C", d.anonymous)
     FROM person_days d LEFT JOIN packed_people p
       ON p.workspace_id = d.workspace_id AND p.anonymous = d.anonymous AND p.person = d.person
     WHERE d.workspace_id = $1 AND d.day = $2::date AND p.number IS NULL`,
    [workspace, day],
  );
  const rows = await sql.query<Packed>(
    `SELECT feature, sum(count) AS uses, max(last_at)::text AS last,
       jsonb_agg(p.number) || jsonb_agg(f.count) AS flat
     FROM (SELECT feature, anonymous, person, count, last_at FROM feature_days
         WHERE workspace_id = $1 AND day = $2::date AND feature <> ''
       UNION ALL SELECT '', anonymous, person, 1, NULL FROM person_days
         WHERE workspace_id = $1 AND day = $2::date) f
       JOIN packed_people p ON p.workspace_id = $1 AND p.anonymous = f.anonymous AND p.person = f.person
     GROUP BY feature`,
    [workspace, day],
  );
  const packed = rows.map(({ feature, uses, last, flat }) => {
    const half = flat.length / 2;
    const counted = flat
      .slice(0, half)
      .map((number, at) => [number, flat[half + at] ?? 0] as const);
    return { feature, uses, last, packed: Buffer.from(pack(counted)).toString("hex") };
  });
  await sql.query("DELETE FROM packed_days WHERE workspace_id = $1 AND day = $2::date", [
    workspace,
    day,
  ]);
  await sql.query(
    `INSERT INTO packed_days (workspace_id, day, feature, uses, last_at, packed)
     SELECT $1::uuid, $2::date, feature, uses, last::timestamptz, decode(packed, 'hex')
     FROM jsonb_to_recordset($3::jsonb) AS r (feature text, uses bigint, last text, packed text)`,
    [workspace, day, JSON.stringify(packed)],
  );
}
