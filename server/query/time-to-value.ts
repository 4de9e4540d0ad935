import type { TimeToValue } from "../../lib/model/query.ts";
import type { Sql } from "../db/database.ts";
import { CURRENT, REACHED, timeIn } from "./current.ts";

/** When the server heard first of the people of `c`: of users, or of a device of theirs, whichever came before. */
const FIRST_AT = "least(u.first_at, d.first_at, o.first_at)";
const SEEN = `
  LEFT JOIN users u ON u.workspace_id = $1::uuid AND NOT c.unknown AND u.user_id = c.who
  LEFT JOIN devices d ON d.workspace_id = $1::uuid AND c.unknown AND d.device = c.who
  LEFT JOIN (
    SELECT user_id, min(first_at) AS first_at FROM devices
    WHERE workspace_id = $1::uuid AND user_id IS NOT NULL GROUP BY user_id) o ON NOT c.unknown AND o.user_id = c.who`;

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
       SELECT extract(epoch FROM since - coalesce(${timeIn("detail->'firstSeenAt'")}, ${FIRST_AT}))::float8 * 1000 AS ms
       FROM ${CURRENT} c ${SEEN}
       WHERE signal = $2 AND ${REACHED}
         AND (since AT TIME ZONE 'UTC')::date BETWEEN $3::date AND $4::date) t
     WHERE ms IS NOT NULL`,
    [workspace, signal, period[0], period.at(-1)],
  );
  return row && row.people > 0 ? row : null;
}
