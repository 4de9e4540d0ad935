import type { RetentionCohorts } from "../../lib/model/activity.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { dayOf } from "../ingest/fold.ts";
import { dayText, EVER, readUses } from "../usage/read-uses.ts";
import { CURRENT, timeIn } from "./current.ts";
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

/** Week k is days 7k to 7k + 6 after the day of the first use. `oldest`: a Monday, in days since 1970. */
async function fromUses(
  sql: Sql,
  workspace: string,
  { oldest, today, weeks }: { oldest: number; today: number; weeks: number },
): Promise<Row[]> {
  const { days, size } = await readUses(sql, workspace, { used: EVER, to: dayText(today) });
  const first = new Int32Array(size).fill(-1);
  const wasHere = new Uint8Array(size * (weeks + 1));
  const counts = Array.from({ length: weeks }, () => new Int32Array(weeks + 1));
  for (const { day, people } of days) {
    for (const person of people) {
      let began = first[person] ?? -1;
      if (began < 0) first[person] = began = day;
      const after = Math.floor((day - began) / 7);
      const place = person * (weeks + 1) + after;
      if (began < oldest || after > weeks || wasHere[place]) continue;
      wasHere[place] = 1;
      const cohort = counts[Math.floor((began - oldest) / 7)];
      if (cohort) cohort[after] = (cohort[after] ?? 0) + 1;
    }
  }
  return counts.flatMap((cohort, at) =>
    [...cohort].map((people, after) => ({ week: dayText(oldest + 7 * at), after, people })),
  );
}

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
    : await fromUses(sql, workspace, { oldest: oldest / DAY, today: today / DAY, weeks });
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
