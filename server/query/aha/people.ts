import type { Sql } from "../../db/database.ts";
import { dayOf } from "../../ingest/fold.ts";
import { merged } from "../merged.ts";
import { type FeatureCounts, MOST_TIMES, SPANS } from "./search.ts";

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

/** One column for each span, so that a use is looked at once; of a span that is not asked for it is null. */
const USES_IN_SPANS = SPANS.map(
  (_, at) => `sum(uses.count) FILTER (WHERE uses.day < first + ($6::int[])[${at + 1}])`,
).join(", ");

/**
 * Counts of people, not people. For a feature only those count who began when somebody used it already: before it was
 * tagged, nobody could be seen using it.
 */
const COUNTS = `
  WITH uses AS MATERIALIZED (
    SELECT unknown, who, feature, day, count FROM ${merged("feature_days")} f
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
    SELECT feature, stayed, ARRAY[${USES_IN_SPANS}] AS uses
    FROM cohort JOIN uses USING (unknown, who) JOIN started USING (feature)
    WHERE first >= started.day AND uses.day < first + (SELECT max(span) FROM unnest($6::int[]) AS span)
    GROUP BY unknown, who, feature, stayed
  )
  SELECT (SELECT count(*) FROM people WHERE first > $3::date) AS young,
    (SELECT jsonb_agg(s) FROM started s) AS started,
    (SELECT jsonb_agg(c) FROM (
      SELECT first, stayed, count(*) AS people FROM cohort GROUP BY first, stayed) c) AS cohort,
    (SELECT jsonb_agg(b) FROM (
      SELECT feature, within, least(times, $7::int) AS times, stayed, count(*) AS people
      FROM beginnings CROSS JOIN unnest($6::int[], beginnings.uses) AS u (within, times)
      WHERE times IS NOT NULL GROUP BY 1, 2, 3, 4) b) AS uses`;

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
