import * as z from "zod/mini";

/** What became of customers and their revenue: docs/spec/numbers.md. Money is in minor units, one currency at a time. */

const count = z.int().check(z.nonnegative());

export const PeriodUnit = z.enum(["month", "quarter", "year"]);
export type PeriodUnit = z.infer<typeof PeriodUnit>;

/** By what customers are told apart. `module`: a customer counts in each of theirs. */
export const SLICES = ["vertical", "geography", "size", "plan", "module", "owner"] as const;
export type Slice = (typeof SLICES)[number];

/** A share with what it was taken of: `top` / `of`. Null where `of` is 0. */
export const Rate = z.object({ top: z.int(), of: count, value: z.nullable(z.number()) });
export type Rate = z.infer<typeof Rate>;

/** How so many customers or so much revenue was lost; `unknown`: nobody said. */
const ByKind = z.object({ voluntary: count, involuntary: count, unknown: count });
export type ByKind = z.infer<typeof ByKind>;

/** Fewer customers are too few to say: for a lifetime value, and for the colour of a share. */
export const CUSTOMERS_MINIMUM = 20;

/** N9: an average customer's revenue until they leave, with the 95 % interval that follows from that of the churn rate. */
export const LifetimeValue = z.object({
  /** Minor units; null: not enough data, and `missing` says of what. */
  value: z.nullable(z.int()),
  low: z.nullable(z.int()),
  /** Null as well where the interval of the churn rate begins with 0. */
  high: z.nullable(z.int()),
  /** `open`: the period is not over; `few`: customers; `none-lost`: there is no churn to divide by. */
  missing: z.nullable(z.enum(["open", "few", "none-lost"])),
  /** Minor units a customer and month, and the share of customers that leaves in a month. */
  average: z.nullable(z.number()),
  monthlyChurn: z.nullable(z.number()),
});
export type LifetimeValue = z.infer<typeof LifetimeValue>;

/** N4: opening + new + expansion - contraction - churn = closing. */
export const MoneyWalk = z.object({
  currency: z.string(),
  /** Customers who paid in this currency when the period began, and those of them who left. */
  customers: count,
  lost: count,
  opening: count,
  new: count,
  expansion: count,
  contraction: count,
  churn: count,
  closing: count,
  churnBy: ByKind,
  churnRate: Rate,
  contractionRate: Rate,
  expansionRate: Rate,
  /** Below 0: expansion outweighs what was lost. */
  netChurn: Rate,
  grr: Rate,
  nrr: Rate,
  ltv: LifetimeValue,
});
export type MoneyWalk = z.infer<typeof MoneyWalk>;

export const CustomerWalk = z.object({
  opening: count,
  new: count,
  lost: count,
  closing: count,
  lostBy: ByKind,
  /** Of those who were customers when the period began, with its 95 % interval. */
  churnRate: z.object({
    ...Rate.shape,
    low: z.nullable(z.number()),
    high: z.nullable(z.number()),
  }),
  /** Became customers and left within the period: in none of the counts above. */
  cameAndWent: count,
});
export type CustomerWalk = z.infer<typeof CustomerWalk>;

export const PeriodNumbers = z.object({
  /** "2026-11", "2026-Q4" or "2026". */
  period: z.string(),
  from: z.string(),
  /** The last day that counts. */
  to: z.string(),
  /** Not over yet: up to today. */
  open: z.boolean(),
  customers: CustomerWalk,
  /** The currency of most customers first. */
  money: z.array(MoneyWalk),
  /** N5: customers whose revenue cannot be compared, and who are only counted. */
  leftOut: z.object({ unknown: count, currency: count }),
});
export type PeriodNumbers = z.infer<typeof PeriodNumbers>;

/** Shares that are aimed at, such as 0.9 and 1.05. */
export const RevenueTargets = z.strictObject({
  grr: z.number().check(z.minimum(0), z.maximum(1)),
  nrr: z.number().check(z.minimum(0), z.maximum(3)),
});
export type RevenueTargets = z.infer<typeof RevenueTargets>;

export const DEFAULT_TARGETS: RevenueTargets = { grr: 0.9, nrr: 1 };

/** How each figure is worked out, for those who read the answer without the documents. */
export const REVENUE_FORMULAS = {
  cohort: "customers on the day before the period begins",
  churnRateCustomers:
    "customers of the cohort who are none on the last day / customers of the cohort",
  churnRateMrr: "MRR of the cohort's customers who left / opening MRR",
  grr: "(opening - contraction - churn) / opening",
  nrr: "(opening - contraction - churn + expansion) / opening",
  netChurn: "(contraction + churn - expansion) / opening",
  ltv: "(opening MRR / customers) / monthly churn; monthly churn = 1 - (1 - churn rate)^(1 / months)",
} as const;

/** `GET /v1/query/revenue?unit=month&periods=12` */
export const RevenueReport = z.object({
  unit: PeriodUnit,
  targets: RevenueTargets,
  /** Oldest first; the last one is the one that is not over yet. */
  periods: z.array(PeriodNumbers),
  formulas: z.record(z.string(), z.string()),
});
export type RevenueReport = z.infer<typeof RevenueReport>;

/** `GET /v1/query/revenue/slices?unit=quarter&by=plan&period=2026-Q3` */
export const RevenueSlices = z.object({
  unit: PeriodUnit,
  by: z.enum(SLICES),
  /** Customers are in several slices, so that the slices are more than the whole. */
  overlapping: z.boolean(),
  whole: PeriodNumbers,
  /** Most customers first; `value` null: not known. */
  slices: z.array(z.object({ value: z.nullable(z.string()), numbers: PeriodNumbers })),
  formulas: z.record(z.string(), z.string()),
});
export type RevenueSlices = z.infer<typeof RevenueSlices>;

/** `GET /v1/query/revenue/cohorts?unit=quarter&periods=8` */
export const RevenueCohorts = z.object({
  unit: PeriodUnit,
  /** By the period in which they became customers, oldest first; periods in which nobody did are left out. */
  cohorts: z.array(
    z.object({
      period: z.string(),
      customers: count,
      /** Customers on the last day of the same period, of the next one, and so on; only periods that are over. */
      kept: z.array(count),
      money: z.array(
        z.object({
          currency: z.string(),
          customers: count,
          /** What they paid at first, a month. */
          initial: count,
          kept: z.array(count),
        }),
      ),
      leftOut: count,
    }),
  ),
});
export type RevenueCohorts = z.infer<typeof RevenueCohorts>;
