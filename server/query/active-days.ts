import type { ActiveDaysCurve } from "../../lib/model/activity.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { CURRENT, numberIn } from "./current.ts";
import { daysUntil, merged } from "./merged.ts";
import { sourceAmong } from "./published-signals.ts";

const MONTH = 28;
const WEEK = 7;

interface Row {
  days: number;
  people: number;
  weekly: number;
}

/**
 * Active days as V20 and V23 of docs/spec/signals.md count them: of the 28 that end today or yesterday, whichever are more,
 * because today is not over.
 */
const FROM_USES = `
  SELECT days, count(*) AS people, count(*) FILTER (WHERE week > 0) AS weekly
  FROM (
    SELECT greatest(
        count(DISTINCT day) FILTER (WHERE day > $2::date),
        count(DISTINCT day) FILTER (WHERE day < $4::date)) AS days,
      count(*) FILTER (WHERE day >= $3::date) AS week
    FROM ${merged("feature_days")} f WHERE day BETWEEN $2::date AND $4::date GROUP BY unknown, who) p
  GROUP BY days`;

/** A device that has said nothing for 28 days has not been used for as long. */
const FROM_SIGNAL = `
  SELECT least(${MONTH}, round(${numberIn("value")})) AS days, count(*) AS people,
    count(*) FILTER (WHERE ${numberIn("detail->'days7'")} > 0) AS weekly
  FROM ${CURRENT} c
  WHERE signal = $2 AND at > $3::timestamptz AND ${numberIn("value")} >= 1 GROUP BY 1`;

/**
 * How many days of the last four weeks people were active on. The average of people a day is their active days divided by
 * 28, so that it is the same whether devices send each use or only how many days there were.
 */
export async function activeDaysCurve(
  sql: Sql,
  workspace: string,
  now: number,
): Promise<ActiveDaysCurve> {
  const from = sourceAmong(
    await readPublished(sql, workspace),
    ({ kind }) => kind === "active-days",
  );
  const period = daysUntil(now, MONTH + 1);
  const rows = from
    ? await sql.query<Row>(FROM_SIGNAL, [
        workspace,
        from.signal,
        new Date(now - MONTH * 86_400_000).toISOString(),
      ])
    : await sql.query<Row>(FROM_USES, [workspace, period[0], period.at(-WEEK), period.at(-1)]);
  const peopleOn = new Map(rows.map(({ days, people }) => [days, people]));
  const histogram = Array.from({ length: MONTH }, (_, at) => peopleOn.get(at + 1) ?? 0);
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  return {
    from,
    histogram,
    daily: sum(histogram.map((people, at) => people * (at + 1))) / MONTH,
    weekly: sum(rows.map(({ weekly }) => weekly)),
    monthly: sum(histogram),
  };
}
