import type { Sql } from "../../db/database.ts";
import { dayOf } from "../../ingest/fold.ts";
import { merged } from "../merged.ts";
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

interface Answer {
  young: number;
  started: { feature: string; day: string }[] | null;
  cohort: { first: string; stayed: boolean; people: number }[] | null;
  uses: (FeatureCounts["uses"][number] & { feature: string })[] | null;
}

/**
 * Counts of people, not people. For a feature only those count who began when somebody used it already: before it was
 * tagged, nobody could be seen using it.
 */
const COUNTS = `
  WITH uses AS MATERIALIZED (
    SELECT unknown, who, feature, day, sum(count) AS count
    FROM ${merged("feature_days")} f GROUP BY unknown, who, feature, day
  ), people AS (
    SELECT unknown, who, min(day) AS first FROM uses GROUP BY unknown, who
  ), started AS (
    SELECT feature, min(day) AS day FROM uses GROUP BY feature
  ), cohort AS MATERIALIZED (
    SELECT unknown, who, first,
      bool_or(day >= first + $4::int AND day < first + $5::int) AS stayed
    FROM people JOIN uses USING (unknown, who)
    WHERE first BETWEEN $2::date AND $3::date GROUP BY unknown, who, first
  ), beginnings AS (
    SELECT feature, within, stayed, least(sum(count), $7::int) AS times
    FROM cohort JOIN uses USING (unknown, who) JOIN started USING (feature)
      JOIN unnest($6::int[]) AS within ON uses.day < first + within
    WHERE first >= started.day GROUP BY unknown, who, feature, within, stayed
  )
  SELECT (SELECT count(*) FROM people WHERE first > $3::date) AS young,
    (SELECT jsonb_agg(s) FROM started s) AS started,
    (SELECT jsonb_agg(c) FROM (
      SELECT first, stayed, count(*) AS people FROM cohort GROUP BY first, stayed) c) AS cohort,
    (SELECT jsonb_agg(b) FROM (
      SELECT feature, within, times, stayed, count(*) AS people
      FROM beginnings GROUP BY feature, within, times, stayed) b) AS uses`;

/** Who stayed, and how often each feature was used at the beginning, of the people who began long enough ago. */
export async function ahaPeople(
  sql: Sql,
  workspace: string,
  { from, to, days, spans, now }: AhaQuestion,
): Promise<AhaPeople> {
  // The last day on which somebody can have begun for whom day `to` - 1 is over.
  const last = now - to * DAY;
  const [answer] = await sql.query<Answer>(COUNTS, [
    workspace,
    dayOf(last - (days - 1) * DAY),
    dayOf(last),
    from,
    to,
    [...spans],
    MOST_TIMES,
  ]);
  const cohort = answer?.cohort ?? [];
  const uses = Map.groupBy(answer?.uses ?? [], ({ feature }) => feature);
  return {
    young: answer?.young ?? 0,
    ...split(cohort),
    features: (answer?.started ?? []).map(({ feature, day }) => ({
      feature,
      ...split(cohort.filter(({ first }) => first >= day)),
      uses: uses.get(feature) ?? [],
    })),
  };
}

function split(cohort: readonly { stayed: boolean; people: number }[]) {
  const people = (stayed: boolean) =>
    cohort.filter((row) => row.stayed === stayed).reduce((sum, row) => sum + row.people, 0);
  return { stayed: people(true), left: people(false) };
}
