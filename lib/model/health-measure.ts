import * as z from "zod/mini";
import { CustomName } from "./account-value.ts";
import { Id } from "./primitives.ts";
import { sayRule } from "./rule.ts";

const percent = z.number().check(z.positive(), z.maximum(100));
const days = z.int().check(z.positive(), z.maximum(3650));
const weight = z.number().check(z.positive(), z.maximum(100));

/** Days that "lately" means for measures of use. */
export const USE_DAYS = 28;
/** Days in which meetings count. */
export const MEETING_DAYS = 90;

export const MEASURE_KINDS = [
  "active-users",
  "trend",
  "breadth",
  "feature",
  "signal",
  "contact",
  "meetings",
  "stage",
  "goals",
  "attribute",
] as const satisfies readonly HealthMeasure["kind"][];

/**
 * One thing that is measured of an account, 0 to 100. How each is worked out: H10 to H19 of docs/spec/health.md.
 * `weight` counts against the other measures of the same score.
 */
export const HealthMeasure = z.discriminatedUnion("kind", [
  /** People seen in the last 28 days, of the seats paid for; 100 from `target` percent on. */
  z.strictObject({ kind: z.literal("active-users"), weight, target: percent }),
  /** The last whole week against the account's own usual week. */
  z.strictObject({ kind: z.literal("trend"), weight }),
  /** Features used in the last 28 days, of those the plan includes; 100 from `target` percent on. */
  z.strictObject({
    kind: z.literal("breadth"),
    weight,
    target: percent,
    /** Only features of this group. */
    group: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
  }),
  /** Uses of one feature a week; 100 from `perWeek` on. */
  z.strictObject({
    kind: z.literal("feature"),
    weight,
    feature: Id,
    perWeek: z.number().check(z.positive(), z.maximum(1_000_000)),
  }),
  /** Of the people a signal is known of, those for whom it holds; 100 from `target` percent on. */
  z.strictObject({ kind: z.literal("signal"), weight, signal: Id, target: percent }),
  /** Days since the last contact: 100 up to `good`, 0 from `bad` on. */
  z.strictObject({ kind: z.literal("contact"), weight, good: days, bad: days }),
  /** Meetings that took place, of those that were to. */
  z.strictObject({ kind: z.literal("meetings"), weight }),
  /** Time in the stage of the journey against what is expected of it. */
  z.strictObject({ kind: z.literal("stage"), weight }),
  /** Goals that were reached, of those whose time has come. */
  z.strictObject({ kind: z.literal("goals"), weight }),
  /** A number that is kept with the account: 100 at `good`, 0 at `bad`, which may be the greater one. */
  z.strictObject({
    kind: z.literal("attribute"),
    weight,
    attribute: CustomName,
    good: z.number(),
    bad: z.number(),
    /** Older values are not known any more. */
    freshDays: days,
  }),
]);
export type HealthMeasure = z.infer<typeof HealthMeasure>;

/** What tells measures of one kind apart; empty where there can be but one. */
export function subjectOf(measure: HealthMeasure): string {
  switch (measure.kind) {
    case "feature":
      return measure.feature;
    case "signal":
      return measure.signal;
    case "attribute":
      return measure.attribute;
    case "breadth":
      return measure.group ?? "";
    default:
      return "";
  }
}

/** What the schema of a measure alone cannot say: its path and what is allowed there. */
export function brokenMeasure(measure: HealthMeasure): { path: string; allowed: string } | null {
  if (measure.kind === "contact" && measure.bad <= measure.good) {
    return { path: "bad", allowed: sayRule("moreDays", { good: measure.good }) };
  }
  if (measure.kind === "attribute" && measure.bad === measure.good) {
    return { path: "bad", allowed: sayRule("otherNumber", { good: measure.good }) };
  }
  return null;
}
