import * as z from "zod/mini";

const minor = z.int().check(z.nonnegative());

/** Amounts of a year in minor units of the currency. */
export const RevenueGroup = z.object({
  /** null: not known. */
  group: z.nullable(z.string()),
  currency: z.string(),
  accounts: minor,
  /** Accounts at high risk. */
  atRisk: minor,
  arr: minor,
  /** Of accounts at high risk. */
  high: minor,
  /** Each account's revenue times how likely it leaves. */
  expected: minor,
  /** Of accounts of whose risk nothing is known. */
  unknown: minor,
});
export type RevenueGroup = z.infer<typeof RevenueGroup>;

/** `GET /v1/query/revenue-at-risk` */
export const RevenueAtRisk = z.object({
  total: z.array(RevenueGroup),
  owner: z.array(RevenueGroup),
  /** By id of the segment in which health is measured. */
  segment: z.array(RevenueGroup),
  /** By month of renewal, "2026-11", the next one first. */
  month: z.array(RevenueGroup),
  /** Names of the segments by id. */
  segments: z.record(z.string(), z.record(z.string(), z.string())),
  /** Customers whose revenue is not known. */
  unpriced: minor,
  probability: z.object({ low: z.number(), medium: z.number(), high: z.number() }),
});
export type RevenueAtRisk = z.infer<typeof RevenueAtRisk>;
