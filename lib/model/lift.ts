import * as z from "zod/mini";
import { Localized } from "./primitives.ts";

const count = z.int().check(z.nonnegative());

const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

const Arm = z.object({
  /** What was randomised: people, or accounts. */
  units: count,
  /** People who met the arm, had not reached the goal before, and had the whole time to. */
  people: count,
  reached: count,
  /** With its 95 % interval; null for nobody. */
  rate: z.nullable(Estimate),
});
export type LiftArm = z.infer<typeof Arm>;

/** `GET /v1/query/guides/:id/lift`: whether people who got the guide reach its goal more often than those who were held out. */
export const GuideLift = z.object({
  guide: z.string(),
  name: Localized,
  experiment: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: z.enum(["user", "account"]),
      /** Share of the participants that should be held out. */
      holdout: z.number(),
      /** Other published guides of the same experiment: they count together. */
      shared: z.array(Localized),
    }),
  ),
  goal: z.nullable(z.object({ signal: z.string(), name: z.string() })),
  /** How long after they met the experiment people have for the goal, ms. */
  within: count,
  /** Null without experiment or goal. */
  result: z.nullable(
    z.object({
      arms: z.object({ guide: Arm, holdout: Arm }),
      /** Rate with the guide less the rate without, with its 95 % interval; null where an arm is empty. */
      difference: z.nullable(Estimate),
      /** People who still have time, and people who had reached the goal before: in no arm. */
      open: count,
      before: count,
      /**
       * `mismatch`: the sizes of the arms are not as drawn, so nothing can be said. `few`: too few to say. Else whether the
       * interval of the difference leaves out zero.
       */
      verdict: z.enum(["mismatch", "few", "more", "less", "open"]),
    }),
  ),
});
export type GuideLift = z.infer<typeof GuideLift>;

/** Fewer people in an arm, or fewer accounts where those are randomised, are too few to say. */
export const LIFT_MINIMUM = { people: 30, accounts: 10 } as const;
