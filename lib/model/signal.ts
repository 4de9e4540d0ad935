import * as z from "zod/mini";
import { AbsentCondition, SequenceCondition, UsedCondition } from "./condition.ts";
import { Friction } from "./friction.ts";
import { Days, Duration, Id, Name } from "./primitives.ts";

/** What a signal can be made of: the part of the condition language that events alone decide. */
export type SignalCondition =
  | { type: "all"; of: SignalCondition[] }
  | { type: "any"; of: SignalCondition[] }
  | UsedCondition
  | SequenceCondition
  | AbsentCondition;

const several = () => z.array(SignalCondition).check(z.minLength(1), z.maxLength(20));

export const SignalCondition: z.ZodMiniType<SignalCondition> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("all"), of: several() }),
    z.strictObject({ type: z.literal("any"), of: several() }),
    UsedCondition,
    SequenceCondition,
    AbsentCondition,
  ]),
);

const common = { id: Id, name: Name };
const count = z.int().check(z.positive(), z.maximum(10_000));
const share = z.number().check(z.gt(0), z.lte(1));

/** Becomes true once and stays true. */
const Milestone = z.strictObject({
  ...common,
  kind: z.literal("milestone"),
  when: SignalCondition,
  /** `activation`: who reached it has got to the app's value. */
  role: z.optional(z.enum(["activation"])),
});
export type Milestone = z.infer<typeof Milestone>;

/** How far a person has taken up one feature. Without thresholds: `ADOPTION` of lib/signal. */
const Adoption = z.strictObject({
  ...common,
  kind: z.literal("adoption"),
  feature: Id,
  /** Adopted: so many uses on so many days that lie within so long of each other. */
  adopted: z.optional(z.strictObject({ times: count, days: count, within: Days })),
  /** Habitual: uses on so many of the last days. */
  habitual: z.optional(z.strictObject({ days: count, within: Days })),
});
export type Adoption = z.infer<typeof Adoption>;

/** The part of the entitled features that a person uses. */
const Usage = z.strictObject({
  ...common,
  kind: z.literal("usage"),
  /** The module whose features count; without it, all. */
  group: z.optional(Name),
  /** Default "28d". */
  within: z.optional(Days),
});
export type Usage = z.infer<typeof Usage>;

const ActiveDays = z.strictObject({ ...common, kind: z.literal("active-days") });
export type ActiveDays = z.infer<typeof ActiveDays>;

/** In how many of the periods since the first use the person was active. */
const Retention = z.strictObject({
  ...common,
  kind: z.literal("retention"),
  period: z.enum(["day", "week"]),
});
export type Retention = z.infer<typeof Retention>;

const Onboarding = z.strictObject({
  ...common,
  kind: z.literal("onboarding"),
  stages: z.array(z.strictObject({ id: Id, name: Name, when: SignalCondition })).check(
    z.minLength(1),
    z.maxLength(20),
    z.refine((stages) => new Set(stages.map(({ id }) => id)).size === stages.length, {
      error: "stages with different ids",
    }),
    z.refine((stages) => stages.every(({ id }) => id !== "done"), {
      error: 'stages with ids other than "done"',
    }),
  ),
  /** Who stays at one stage for longer than this is stuck. */
  stuckAfter: Duration,
});
export type Onboarding = z.infer<typeof Onboarding>;

/** Whether a person uses the app much less than they used to. Without thresholds: `DROP` of lib/signal. */
const Drop = z
  .strictObject({
    ...common,
    kind: z.literal("drop"),
    /** Whose uses count; without it, those of all. */
    features: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(50))),
    /** Part of the usual uses whose loss is a medium or a high drop. */
    medium: z.optional(share),
    high: z.optional(share),
    /** Nothing is said of people whose usual week has fewer uses. */
    baseline: z.optional(count),
  })
  .check(
    z.refine(({ medium = 0.3, high = 0.5 }) => medium <= high, {
      error: 'no more than "high"',
      path: ["medium"],
    }),
  );
export type Drop = z.infer<typeof Drop>;

/** True while so much went wrong within so long. */
const Frustration = z.strictObject({
  ...common,
  kind: z.literal("frustration"),
  what: z.array(Friction).check(z.minLength(1), z.maxLength(Friction.options.length)),
  times: z.int().check(z.positive(), z.maximum(100)),
  within: Duration,
});
export type Frustration = z.infer<typeof Frustration>;

/** Whether a milestone was reached within so long after a guide was first shown. */
const Outcome = z.strictObject({
  ...common,
  kind: z.literal("outcome"),
  guide: Id,
  /** A milestone signal. */
  goal: Id,
  within: Duration,
});
export type Outcome = z.infer<typeof Outcome>;

/** A value derived on the device. docs/spec/signals.md numbers the rules of each kind. */
export const SignalDefinition = z.discriminatedUnion("kind", [
  Milestone,
  Adoption,
  Usage,
  ActiveDays,
  Retention,
  Onboarding,
  Drop,
  Frustration,
  Outcome,
]);
export type SignalDefinition = z.infer<typeof SignalDefinition>;
