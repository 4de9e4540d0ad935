import * as z from "zod/mini";
import { GuideAction } from "./event.ts";
import { Localized } from "./primitives.ts";

/** The answers of `/v1/query/*`, shared by server and console. Days are UTC, "YYYY-MM-DD". */

const count = z.int().check(z.nonnegative());

/** `GET /v1/query/features?days=30` */
export const FeatureAdoption = z.object({
  days: count,
  /** People seen at all in the period: the denominator of adoption. */
  activeUsers: count,
  features: z.array(
    z.object({
      feature: z.string(),
      name: z.string(),
      group: z.nullable(z.string()),
      users: count,
      events: count,
      lastSeen: z.nullable(z.int()),
      perDay: z.array(z.object({ day: z.string(), users: count, events: count })),
    }),
  ),
});
export type FeatureAdoption = z.infer<typeof FeatureAdoption>;

/** `GET /v1/query/signals?limit=100&after=…`: users × signals. */
export const UserSignals = z.object({
  signals: z.array(z.object({ signal: z.string(), name: z.string(), users: count })),
  users: z.array(
    z.object({
      user: z.string(),
      account: z.nullable(z.string()),
      /** The host's back end vouched for the identity. */
      verified: z.boolean(),
      /** No identity is known: `user` is the device. */
      anonymous: z.boolean(),
      lastSeen: z.int(),
      values: z.record(z.string(), z.object({ value: z.boolean(), since: z.nullable(z.int()) })),
    }),
  ),
  totalUsers: count,
  /** Pass as `after` for the next page; null at the end. */
  next: z.nullable(z.string()),
});
export type UserSignals = z.infer<typeof UserSignals>;

/** `GET /v1/query/signals/:id/timeline?days=30`: people for whom the signal became true, by day. */
export const SignalTimeline = z.object({
  signal: z.string(),
  days: count,
  perDay: z.array(z.object({ day: z.string(), users: count })),
});
export type SignalTimeline = z.infer<typeof SignalTimeline>;

/** `GET /v1/query/guides/:id/funnel?version=N` (newest version if left out). Counts are of people. */
export const GuideFunnel = z.object({
  guide: z.string(),
  version: z.int(),
  name: Localized,
  totals: z.record(GuideAction, count),
  steps: z.array(
    z.object({
      step: z.string(),
      title: Localized,
      shown: count,
      completed: count,
      missing: count,
    }),
  ),
});
export type GuideFunnel = z.infer<typeof GuideFunnel>;
