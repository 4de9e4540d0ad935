import * as z from "zod/mini";
import { SignalDetail, SignalKind, SignalScalar } from "./signal-value.ts";

const count = z.int().check(z.nonnegative());

/** `GET /v1/query/signals/:id/funnel`: how far people come in the sequence of a milestone. */
export const SignalFunnel = z.object({
  signal: z.string(),
  name: z.string(),
  /** None: the signal is no milestone of a sequence. */
  steps: z.array(
    z.object({
      /** Names of the features of which any fills the step. */
      features: z.array(z.string()),
      /** How many uses fill it. */
      times: count,
      /** People who got so far at least once, ever. */
      people: count,
      /** Median time since the step before was reached for the first time, ms; null for the first step and for nobody. */
      median: z.nullable(z.number()),
    }),
  ),
});
export type SignalFunnel = z.infer<typeof SignalFunnel>;

const person = { user: z.string(), account: z.nullable(z.string()), anonymous: z.boolean() };

/** `GET /v1/query/signals/:id?days=30` */
export const SignalReport = z.object({
  signal: z.string(),
  name: z.string(),
  /** Null: nothing was ever heard of it. */
  kind: z.nullable(SignalKind),
  version: z.nullable(z.int()),
  publishedAt: z.nullable(z.int()),
  /** People by their value now, the most frequent first; null: not enough data, or it does not apply. */
  values: z.array(z.object({ value: SignalScalar, people: count })),
  /** People for whom it came to what it was, by day. */
  perDay: z.array(z.object({ day: z.string(), people: count })),
  /** Whose value is the newest. */
  latest: z.array(
    z.object({ ...person, value: SignalScalar, since: z.nullable(z.int()), at: z.int() }),
  ),
});
export type SignalReport = z.infer<typeof SignalReport>;

/** `GET /v1/query/signals/:id/evidence?user=ann` or `?device=…`: why a person's signal is what it is. */
export const SignalEvidence = z.object({
  signal: z.string(),
  user: z.string(),
  value: SignalScalar,
  since: z.nullable(z.int()),
  /** When the device said so, and by which version of the definition. */
  at: z.int(),
  version: z.int(),
  detail: z.nullable(SignalDetail),
  /** The events that made it so, oldest first, as far as they were sent. */
  events: z.array(
    z.object({ id: z.string(), at: z.int(), event: z.string(), feature: z.nullable(z.string()) }),
  ),
  /** Of how many more the id alone was told: they stayed on the device. */
  kept: count,
});
export type SignalEvidence = z.infer<typeof SignalEvidence>;
