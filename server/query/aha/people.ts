import type { Sql } from "../../db/database.ts";
import { EVER, readUses, type Uses } from "../../usage/read-uses.ts";
import { type FeatureCounts, MOST_TIMES } from "./search.ts";

const DAY = 86_400_000;

export interface AhaQuestion {
  /** Stayed: used any feature on one of these days after that of the first use, `to` exclusive. */
  from: number;
  to: number;
  /** Days of first uses that are looked at. */
  days: number;
  /** Lengths of the beginning, in days. */
  spans: readonly number[];
  now: number;
}

export interface AhaPeople {
  stayed: number;
  left: number;
  young: number;
  features: FeatureCounts[];
}

/**
 * Counts of people, not people. For a feature only those count who began when somebody used it already: before it was
 * tagged, nobody could be seen using it.
 */
function count(
  { days, size }: Uses,
  {
    begin,
    last,
    from,
    to,
    spans,
  }: { begin: number; last: number } & Omit<AhaQuestion, "days" | "now">,
) {
  const first = new Int32Array(size).fill(-1);
  const stayed = new Uint8Array(size);
  for (const { day, people } of days) {
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as number;
      let began = first[person] as number;
      if (began < 0) first[person] = began = day;
      if (day >= began + from && day < began + to) stayed[person] = 1;
    }
  }
  /** By the day of the first use: how many left, and how many stayed. */
  const cohort = new Map<number, [left: number, stayed: number]>();
  for (let person = 0; person < size; person++) {
    const began = first[person] as number;
    if (began < begin || began > last) continue;
    const counts = cohort.get(began) ?? [0, 0];
    counts[stayed[person] as 0 | 1] += 1;
    cohort.set(began, counts);
  }
  const features = [...Map.groupBy(days, ({ feature }) => feature)].map(([feature, all]) => {
    const started = Math.min(...all.map(({ day }) => day));
    const isCounted = (began: number) => began >= Math.max(begin, started) && began <= last;
    const longest = Math.max(...spans);
    const sums = spans.map(() => new Int32Array(size));
    for (const { day, people, counts } of all) {
      for (let index = 0; index < people.length; index++) {
        const person = people[index] as number;
        const began = first[person] as number;
        if (day >= began + longest || !isCounted(began)) continue;
        for (let at = 0; at < spans.length; at++) {
          const sum = sums[at] as Int32Array;
          if (day < began + (spans[at] as number))
            (sum[person] as number) += counts[index] as number;
        }
      }
    }
    const uses = spans.flatMap((within, at) => tally(within, sums[at] as Int32Array, stayed));
    return { feature, ...split(cohort, started), uses };
  });
  const young = first.reduce((sum, began) => (began > last ? sum + 1 : sum), 0);
  return { young, ...split(cohort, begin), features };
}

/** How many people used a feature how often. */
function tally(within: number, sums: Int32Array, stayed: Uint8Array): FeatureCounts["uses"] {
  const people = [false, true].map(() => new Int32Array(MOST_TIMES + 1));
  for (let person = 0; person < sums.length; person++) {
    const of = people[stayed[person] as number] as Int32Array;
    (of[Math.min(sums[person] as number, MOST_TIMES)] as number) += 1;
  }
  return people.flatMap((of, stays) =>
    [...of].flatMap((count, times) =>
      times === 0 || count === 0 ? [] : [{ within, times, stayed: stays === 1, people: count }],
    ),
  );
}

/** Who stayed, and how often each feature was used at the beginning, of the people who began long enough ago. */
export async function ahaPeople(
  sql: Sql,
  workspace: string,
  { from, to, days, spans, now }: AhaQuestion,
): Promise<AhaPeople> {
  // The last day on which somebody can have begun for whom day `to` - 1 is over.
  const last = now - to * DAY;
  const uses = await readUses(sql, workspace, { used: EVER, to: "9999-12-31" });
  const end = Math.floor(last / DAY);
  return count(uses, { begin: end - days + 1, last: end, from, to, spans });
}

/** Of those who began on this day or later. */
function split(
  cohort: ReadonlyMap<number, readonly [left: number, stayed: number]>,
  since: number,
) {
  const some = [...cohort].filter(([day]) => day >= since).map(([, counts]) => counts);
  const sum = (of: 0 | 1) => some.reduce((all, counts) => all + counts[of], 0);
  return { stayed: sum(1), left: sum(0) };
}
