import type { RetentionCohorts } from "../../lib/model/activity.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { dayOf } from "../ingest/fold.ts";
import { CURRENT, timeIn } from "./current.ts";
import { merged } from "./merged.ts";
import { sourceAmong } from "./published-signals.ts";

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** 1970-01-05, a Monday. */
const MONDAY = 4 * DAY;

interface Row {
  week: string;
  /** 0: the people of the cohort. */
  after: number;
  people: number;
}

/** Week k is days 7k to 7k + 6 after the day of the first use. */
const FROM_USES = `
  WITH active AS MATERIALIZED (
    SELECT DISTINCT unknown, who, day FROM ${merged("feature_days")} f
  ), began AS (
    SELECT unknown, who, min(day) AS first FROM active GROUP BY unknown, who HAVING min(day) >= $2::date
  )
  SELECT date_trunc('week', first::timestamp)::date AS week, (day - first) / 7 AS after,
    count(DISTINCT (unknown, who)) AS people
  FROM began JOIN active USING (unknown, who) GROUP BY 1, 2`;

/** V24 of docs/spec/signals.md: `periods` has a place for each week, "1" where the person was active. */
const FROM_SIGNAL = `
  WITH began AS (
    SELECT (${timeIn("detail->'firstAt'")} AT TIME ZONE 'UTC')::date AS first, detail->>'periods' AS periods
    FROM ${CURRENT} c WHERE signal = $3
  )
  SELECT date_trunc('week', first::timestamp)::date AS week, after, count(*) AS people
  FROM began, generate_series(0, $4::int) AS after
  WHERE first >= $2::date AND (after = 0 OR substr(periods, after + 1, 1) = '1') GROUP BY 1, 2`;

/**
 * Of the people who began in each of the last `weeks` weeks, how many came back in each week of their own after the first.
 * A week is told once it is over for the last who began in the cohort.
 */
export async function retentionCohorts(
  sql: Sql,
  workspace: string,
  weeks: number,
  now: number,
): Promise<RetentionCohorts> {
  const from = sourceAmong(
    await readPublished(sql, workspace),
    (signal) => signal.kind === "retention" && signal.period === "week",
  );
  const today = Math.floor(now / DAY) * DAY;
  const monday = today - ((today - MONDAY) % WEEK);
  const oldest = monday - (weeks - 1) * WEEK;
  const rows = from
    ? await sql.query<Row>(FROM_SIGNAL, [workspace, dayOf(oldest), from.signal, weeks])
    : await sql.query<Row>(FROM_USES, [workspace, dayOf(oldest)]);
  const cohorts = Array.from({ length: weeks }, (_, at) => oldest + at * WEEK).map((start) => {
    const week = dayOf(start);
    const people = (after: number) =>
      rows.find((row) => row.week === week && row.after === after)?.people ?? 0;
    const over = Math.max(0, Math.floor((today - start) / WEEK) - 2);
    return {
      week,
      people: people(0),
      returned: Array.from({ length: over }, (_, at) => people(at + 1)),
    };
  });
  return { from, weeks, cohorts: cohorts.filter(({ people }) => people > 0) };
}
