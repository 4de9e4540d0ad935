import * as z from "zod/mini";
import { PeriodUnit, Rate } from "./revenue.ts";

/** How long customers take to arrive: N12 to N14 of docs/spec/numbers.md. Times are days. */

const count = z.int().check(z.nonnegative());
const days = z.nullable(count);

const Arrival = z.object({
  /** Arriving is being at one of these stages. */
  stages: z.array(z.string()),
  accounts: count,
  arrived: count,
  /** By when a quarter, half and three quarters of all who began have arrived; null: not yet. */
  lower: days,
  median: days,
  upper: days,
  /** The share that arrived by each day on which somebody did. */
  curve: z.array(z.object({ day: count, share: z.number() })),
});
export type Arrival = z.infer<typeof Arrival>;

/** `GET /v1/query/onboarding?unit=quarter&periods=8` */
export const OnboardingReport = z.object({
  unit: PeriodUnit,
  /** The first stage of the journey, and for how long one is expected to be there; null: for as long as one likes. */
  first: z.string(),
  expectedDays: z.nullable(count),
  /** Of those who began in these periods and whose beginning is known. */
  onboarding: Arrival,
  /** Null where the journey has no stage "value". */
  value: z.nullable(Arrival),
  /** Who finished the first stage in time, by the period in which they began; null without `expectedDays`. */
  conversion: z.nullable(
    z.array(
      z.object({
        period: z.string(),
        /** Began in it; `of` of the rate are those of them who have had the time. */
        began: count,
        rate: z.object({
          ...Rate.shape,
          low: z.nullable(z.number()),
          high: z.nullable(z.number()),
        }),
      }),
    ),
  ),
});
export type OnboardingReport = z.infer<typeof OnboardingReport>;
