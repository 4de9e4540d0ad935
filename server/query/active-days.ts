import type { ActiveDaysCurve } from "../../lib/model/activity.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { mostDays } from "../usage/day-bits.ts";
import { dayText, readUses } from "../usage/read-uses.ts";
import { CURRENT, numberIn } from "./current.ts";
import { sourceAmong } from "./published-signals.ts";

const MONTH = 28;
const WEEK = 7;
const DAY_MS = 86_400_000;

interface Row {
  days: number;
  people: number;
  weekly: number;
}

/**
 * Active days as V20 and V23 of docs/spec/signals.md count them: of the 28 that end today or yesterday, whichever are more,
 * because today is not over.
 */
async function fromUses(sql: Sql, workspace: string, now: number): Promise<Row[]> {
  const today = Math.floor(now / DAY_MS);
  const period = { used: dayText(today - MONTH), to: dayText(today) };
  const uses = await readUses(sql, workspace, period);
  // A bit a day, today's is the lowest.
  const active = new Int32Array(uses.size);
  for (const { day, people } of uses.days) {
    for (const person of people) active[person] = (active[person] ?? 0) | (1 << (today - day));
  }
  const rows = Array.from({ length: MONTH + 1 }, (_, days) => ({ days, people: 0, weekly: 0 }));
  for (const bits of active) {
    if (bits === 0) continue;
    const row = rows[mostDays(bits, MONTH)];
    if (!row) continue;
    row.people += 1;
    if ((bits & ((1 << WEEK) - 1)) !== 0) row.weekly += 1;
  }
  return rows.filter(({ people }) => people > 0);
}

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
  const rows = from
    ? await sql.query<Row>(FROM_SIGNAL, [
        workspace,
        from.signal,
        new Date(now - MONTH * DAY_MS).toISOString(),
      ])
    : await fromUses(sql, workspace, now);
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
