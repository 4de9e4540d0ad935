import * as z from "zod/mini";

/** Answers about how often people come back, shared by server and console. Days are UTC, "YYYY-MM-DD". */

const count = z.int().check(z.nonnegative());

/** The published signal whose values on the devices gave the answer; null: the uses of features that devices sent did. */
export const AnswerSource = z.nullable(z.object({ signal: z.string(), name: z.string() }));
export type AnswerSource = z.infer<typeof AnswerSource>;

/** `GET /v1/query/retention?weeks=8` */
export const RetentionCohorts = z.object({
  from: AnswerSource,
  weeks: count,
  /** People by the week (its Monday) of their first use, oldest first; weeks in which nobody began are left out. */
  cohorts: z.array(
    z.object({
      week: z.string(),
      people: count,
      /**
       * How many of them were active in their own week 1, 2, … after the first, each week 7 days from the first use; only
       * weeks that are over for everybody of the cohort.
       */
      returned: z.array(count),
    }),
  ),
});
export type RetentionCohorts = z.infer<typeof RetentionCohorts>;

/** `GET /v1/query/active-days` */
export const ActiveDaysCurve = z.object({
  from: AnswerSource,
  /** People active on 1, 2, … 28 of the last 28 days. */
  histogram: z.array(count),
  /** People active a day on average of these days (DAU), people active in the last 7 (WAU), and in the last 28 (MAU). */
  daily: z.number().check(z.nonnegative()),
  weekly: count,
  monthly: count,
});
export type ActiveDaysCurve = z.infer<typeof ActiveDaysCurve>;
