import type { TimeToValue } from "../../lib/model/query.ts";
import type { Sql } from "../db/database.ts";
import { CURRENT, REACHED, timeIn } from "./current.ts";

/** When the server heard of people first. */
const SEEN = `(
  SELECT unknown, who, min(first_at) AS first_at FROM (
    SELECT false AS unknown, user_id AS who, first_at FROM users WHERE workspace_id = $1::uuid
    UNION ALL
    SELECT user_id IS NULL, coalesce(user_id, device), first_at FROM devices WHERE workspace_id = $1::uuid) s
  GROUP BY unknown, who)`;

const quartile = (part: number) =>
  `percentile_cont(${part}) WITHIN GROUP (ORDER BY greatest(0, ms))::float8`;

/**
 * How long people took from their first use of anything, as their device knows it, to the milestone; of devices that do not
 * say, from when the server first heard of the person. Those who reached it on the days of the period; null for nobody.
 */
export async function timeToValue(
  sql: Sql,
  workspace: string,
  signal: string,
  period: readonly string[],
): Promise<TimeToValue | null> {
  const [row] = await sql.query<TimeToValue>(
    `SELECT count(*) AS people, ${quartile(0.25)} AS lower, ${quartile(0.5)} AS median, ${quartile(0.75)} AS upper
     FROM (
       SELECT extract(epoch FROM since - coalesce(${timeIn("detail->'firstSeenAt'")}, first_at))::float8 * 1000 AS ms
       FROM ${CURRENT} c LEFT JOIN ${SEEN} s USING (unknown, who)
       WHERE signal = $2 AND ${REACHED}
         AND (since AT TIME ZONE 'UTC')::date BETWEEN $3::date AND $4::date) t
     WHERE ms IS NOT NULL`,
    [workspace, signal, period[0], period.at(-1)],
  );
  return row && row.people > 0 ? row : null;
}
