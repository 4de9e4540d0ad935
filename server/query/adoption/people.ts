import type { Attributes } from "../../../lib/model/primitives.ts";
import { daysIn } from "../../../lib/signal/day.ts";
import { ADOPTION } from "../../../lib/signal/kinds/adoption.ts";
import type { Sql } from "../../db/database.ts";
import { CURRENT, REACHED } from "../current.ts";
import { daysUntil, merged } from "../merged.ts";

/** People are those seen in so many days. */
export const SEEN_DAYS = 28;

/** Of a person only what is asked for: so people who do not differ in it are counted together. */
export interface Profile {
  user: Attributes | null;
  account: Attributes | null;
  /** Those asked for that are true. */
  signals: string[] | null;
}

export interface AdoptionQuestion {
  now: number;
  /** Published features. */
  features: readonly string[];
  /** Adoption signals, by the feature they are about. */
  signals: ReadonlyMap<string, string>;
  /** Names of attributes, and signals, that profiles hold. */
  wanted: { user: readonly string[]; account: readonly string[]; signals: readonly string[] };
}

/** How many people there are of each profile, and how far they took up each feature. */
export interface AdoptionPeople {
  profiles: { profile: Profile; people: number }[];
  levels: {
    feature: string;
    profile: Profile;
    tried: number;
    adopted: number;
    habitual: number;
  }[];
}

const { adopted, habitual } = ADOPTION;

const only = (traits: string, names: string) =>
  `(SELECT jsonb_object_agg(key, value) FROM jsonb_each(${traits}) WHERE key = ANY (${names}::text[]))`;

/**
 * Levels as `readAdoption` of lib/signal works them out, 1 to 3: from the values of an adoption signal where the feature
 * has one, else from the days on which it was used.
 */
const COUNTS = `
  WITH said AS MATERIALIZED (
    SELECT unknown, who, signal, value FROM ${CURRENT} c
    WHERE signal = ANY ($7::text[]) OR signal = ANY ($9::text[])
  ), reached AS MATERIALIZED (
    SELECT unknown, who, jsonb_agg(signal ORDER BY signal) AS signals FROM said
    WHERE signal = ANY ($7::text[]) AND ${REACHED} GROUP BY unknown, who
  ), person AS MATERIALIZED (
    SELECT unknown, who, jsonb_build_object('user', ${only("u.traits", "$5")},
      'account', ${only("a.traits", "$6")}, 'signals', signals) AS profile
    FROM (SELECT DISTINCT unknown, who FROM ${merged("person_days")} d
      WHERE day BETWEEN $2::date AND $3::date) seen
    LEFT JOIN users u ON u.workspace_id = $1::uuid AND NOT unknown AND u.user_id = who
    LEFT JOIN accounts a ON a.workspace_id = $1::uuid AND a.account_id = u.account_id
    LEFT JOIN reached USING (unknown, who)
  ), uses AS MATERIALIZED (
    SELECT unknown, who, feature, day, sum(count) AS count FROM ${merged("feature_days")} f
    WHERE feature = ANY ($4::text[]) AND day <= $3::date GROUP BY unknown, who, feature, day
  ), stretches AS (
    SELECT unknown, who, feature, day,
      sum(count) OVER stretch >= ${adopted.times} AND count(*) OVER stretch >= ${adopted.days} AS enough
    FROM uses WINDOW stretch AS (PARTITION BY unknown, who, feature ORDER BY day
      RANGE BETWEEN interval '${daysIn(adopted.within) - 1} days' PRECEDING AND CURRENT ROW)
  ), levels AS MATERIALIZED (
    SELECT unknown, who, feature, CASE
        WHEN greatest(
          count(*) FILTER (WHERE day > $3::date - ${daysIn(habitual.within)}),
          count(*) FILTER (WHERE day >= $3::date - ${daysIn(habitual.within)} AND day < $3::date)
        ) >= ${habitual.days} THEN 3
        WHEN bool_or(enough) THEN 2 ELSE 1 END AS level
    FROM stretches GROUP BY unknown, who, feature
    UNION ALL
    SELECT unknown, who, feature,
      CASE value #>> '{}' WHEN 'habitual' THEN 3 WHEN 'adopted' THEN 2 WHEN 'tried' THEN 1 END
    FROM said JOIN unnest($8::text[], $9::text[]) AS s (feature, signal) USING (signal)
  )
  SELECT
    (SELECT jsonb_agg(p) FROM (
      SELECT profile, count(*) AS people FROM person GROUP BY profile) p) AS profiles,
    (SELECT jsonb_agg(l) FROM (
      SELECT feature, profile, count(*) FILTER (WHERE level >= 1) AS tried,
        count(*) FILTER (WHERE level >= 2) AS adopted, count(*) FILTER (WHERE level >= 3) AS habitual
      FROM levels JOIN person USING (unknown, who) GROUP BY feature, profile) l) AS levels`;

export async function adoptionPeople(
  sql: Sql,
  workspace: string,
  { now, features, signals, wanted }: AdoptionQuestion,
): Promise<AdoptionPeople> {
  const period = daysUntil(now, SEEN_DAYS);
  const [counts] = await sql.query<{ [K in keyof AdoptionPeople]: AdoptionPeople[K] | null }>(
    COUNTS,
    [
      workspace,
      period[0],
      period.at(-1),
      features.filter((feature) => !signals.has(feature)),
      wanted.user,
      wanted.account,
      wanted.signals,
      [...signals.keys()],
      [...signals.values()],
    ],
  );
  return { profiles: counts?.profiles ?? [], levels: counts?.levels ?? [] };
}
