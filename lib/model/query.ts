import * as z from "zod/mini";
import { GuideAction } from "./event.ts";
import { Localized } from "./primitives.ts";
import { SignalKind, SignalScalar } from "./signal-value.ts";

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
      /** When it was first published; each device counts from when that reached it. null: nobody has published it. */
      publishedAt: z.nullable(z.int()),
      perDay: z.array(z.object({ day: z.string(), users: count, events: count })),
    }),
  ),
});
export type FeatureAdoption = z.infer<typeof FeatureAdoption>;

/** `GET /v1/query/signals?limit=100&after=…`: users × signals. */
export const UserSignals = z.object({
  signals: z.array(
    z.object({
      signal: z.string(),
      name: z.string(),
      kind: SignalKind,
      users: count,
    }),
  ),
  users: z.array(
    z.object({
      user: z.string(),
      account: z.nullable(z.string()),
      /** The host's back end vouched for the identity. */
      verified: z.boolean(),
      /** No identity is known: `user` is the device. */
      anonymous: z.boolean(),
      lastSeen: z.int(),
      values: z.record(
        z.string(),
        z.object({ kind: SignalKind, value: SignalScalar, since: z.nullable(z.int()) }),
      ),
    }),
  ),
  totalUsers: count,
  /** Pass as `after` for the next page; null at the end. */
  next: z.nullable(z.string()),
});
export type UserSignals = z.infer<typeof UserSignals>;

/** From the first use of anything to a milestone, ms: median and quartiles. */
const TimeToValue = z.object({
  people: count,
  lower: z.number(),
  median: z.number(),
  upper: z.number(),
});
export type TimeToValue = z.infer<typeof TimeToValue>;

/** `GET /v1/query/signals/:id/timeline?days=30`: people for whom the signal became true, by day. */
export const SignalTimeline = z.object({
  signal: z.string(),
  days: count,
  perDay: z.array(z.object({ day: z.string(), users: count })),
  /** Of these people; null for nobody. */
  timeToValue: z.nullable(TimeToValue),
});
export type SignalTimeline = z.infer<typeof SignalTimeline>;

/** `GET /v1/query/guides/:id/funnel?version=N` (newest version if left out). Counts are of people. */
export const GuideFunnel = z.object({
  guide: z.string(),
  version: z.int(),
  name: Localized,
  /** A server of before knows fewer. Of "rated_…" a person counts with their newest word alone. */
  totals: z.partialRecord(GuideAction, count),
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

/** A guide that starts by itself for nobody, because a target was missing for too many people. */
export const GuidePause = z.object({
  guide: z.string(),
  version: z.int(),
  name: Localized,
  step: z.string(),
  title: Localized,
  /** People who did not find it, and people who looked for it, when it was paused. */
  missed: count,
  of: count,
  missedSince: z.int(),
  pausedAt: z.int(),
});
export type GuidePause = z.infer<typeof GuidePause>;

/** `GET /v1/query/pauses` */
export const GuidePauses = z.object({ pauses: z.array(GuidePause) });
export type GuidePauses = z.infer<typeof GuidePauses>;

/** People by how their last search ended; a person counts once. */
const sightings = { found: count, likely: count, missing: count };

/** `GET /v1/query/guides/:id/targets?version=N&days=30`: the steps that have a target. */
export const GuideTargets = z.object({
  guide: z.string(),
  version: z.int(),
  name: Localized,
  days: count,
  pause: z.nullable(GuidePause),
  steps: z.array(
    z.object({
      step: z.string(),
      /** Its place in the guide, from 1. */
      at: count,
      title: Localized,
      ...sightings,
      lastSeen: z.nullable(z.int()),
      lastMissing: z.nullable(z.int()),
      perDay: z.array(z.object({ day: z.string(), ...sightings })),
      /** By what the page said of itself; null: it said nothing. */
      places: z.array(
        z.object({
          lang: z.nullable(z.string()),
          build: z.nullable(z.string()),
          ...sightings,
          last: z.int(),
        }),
      ),
    }),
  ),
});
export type GuideTargets = z.infer<typeof GuideTargets>;
