import * as z from "zod/mini";
import { Id, Timestamp } from "./primitives.ts";

export const SignalKind = z.enum([
  "milestone",
  "adoption",
  "usage",
  "active-days",
  "retention",
  "onboarding",
  "drop",
  "frustration",
  "outcome",
]);
export type SignalKind = z.infer<typeof SignalKind>;

/** null always means: not enough data, or does not apply to this person. It is no bad news. */
export const SignalScalar = z.nullable(
  z.union([z.boolean(), z.number(), z.string().check(z.maxLength(64))]),
);
export type SignalScalar = z.infer<typeof SignalScalar>;

const number = z.nullable(z.number());

/** What a value was made of: flat and bounded. */
export const SignalDetail = z
  .record(
    z.string().check(z.minLength(1), z.maxLength(64)),
    z.union([
      z.boolean(),
      number,
      z.string().check(z.maxLength(256)),
      z.array(number).check(z.maxLength(128)),
    ]),
  )
  .check(z.refine((detail) => Object.keys(detail).length <= 32, { error: "at most 32 fields" }));
export type SignalDetail = z.infer<typeof SignalDetail>;

/** What a device says of a signal; these are the properties of "Signal Changed" on the wire. */
export const SignalValue = z.strictObject({
  signal: Id,
  /** Version of the definition that gave it. */
  version: z.int(),
  kind: SignalKind,
  value: SignalScalar,
  /** When it became what it is; null while nothing has ever happened. */
  since: z.nullable(Timestamp),
  /** Ids of the events that made it so, at most the newest 128. */
  evidence: z.array(z.uuid()).check(z.maxLength(128)),
  detail: z.optional(SignalDetail),
});
export type SignalValue = z.infer<typeof SignalValue>;
