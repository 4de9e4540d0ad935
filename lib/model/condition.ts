import * as z from "zod/mini";
import { Duration, Id, Scalar } from "./primitives.ts";
import { RULES } from "./rule.ts";
import { ElementCondition } from "./selector.ts";
import { Sequence } from "./sequence.ts";
import { UrlPattern } from "./url-pattern.ts";

/**
 * One language for triggers, segments, signals and `until`: data, never code.
 * It may only be a closed union: the stores forbid interpreters of remote commands.
 */
export type Condition =
  | { type: "all"; of: Condition[] }
  | { type: "any"; of: Condition[] }
  | { type: "not"; of: Condition }
  | UsedCondition
  | SequenceCondition
  | CountCondition
  | AbsentCondition
  | { type: "signal"; signal: string; is?: boolean | undefined }
  | { type: "segment"; segment: string }
  /** The person has completed that guide. */
  | { type: "guide"; guide: string }
  | {
      type: "attribute";
      of: "user" | "account";
      name: string;
      op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "exists";
      value?: Scalar | Scalar[] | undefined;
    }
  | { type: "page"; url: UrlPattern }
  | ElementCondition;

export const UsedCondition = z.strictObject({
  type: z.literal("used"),
  feature: Id,
  /** Default 1. */
  times: z.optional(z.int().check(z.positive(), z.maximum(10_000))),
  /** The uses lie within this long of each other; without it, ever. */
  within: z.optional(Duration),
});
export type UsedCondition = z.infer<typeof UsedCondition>;

export const SequenceCondition = z.strictObject({
  type: z.literal("sequence"),
  sequence: Sequence,
});
export type SequenceCondition = z.infer<typeof SequenceCondition>;

/** How often the feature was used in the time up to now. Asked anew each time, while `used` stays true: S13 of docs/spec/sequences.md. */
export const CountCondition = z.strictObject({
  type: z.literal("count"),
  feature: Id,
  op: z.enum(["eq", "gt", "gte", "lt", "lte"]),
  value: z.int().check(z.nonnegative(), z.maximum(1_000)),
  within: Duration,
});
export type CountCondition = z.infer<typeof CountCondition>;

/** `after` was used, and then `feature` was not for as long as `for` says: S14 of docs/spec/sequences.md. */
export const AbsentCondition = z.strictObject({
  type: z.literal("absent"),
  feature: Id,
  after: Id,
  for: Duration,
  /** Which use of `after` the time runs from: the newest (default), or the first since `feature` was last used. */
  from: z.optional(z.enum(["newest", "first"])),
});
export type AbsentCondition = z.infer<typeof AbsentCondition>;

const AttributeCondition = z
  .strictObject({
    type: z.literal("attribute"),
    of: z.enum(["user", "account"]),
    name: z.string().check(z.minLength(1), z.maxLength(64)),
    op: z.enum(["eq", "ne", "gt", "gte", "lt", "lte", "in", "exists"]),
    value: z.optional(z.union([Scalar, z.array(Scalar).check(z.maxLength(100))])),
  })
  .check(
    z.refine((c) => (c.op === "exists") === (c.value === undefined), {
      error: RULES.conditionValue,
      path: ["value"],
    }),
  );

const several = () => z.array(Condition).check(z.minLength(1), z.maxLength(20));

export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("all"), of: several() }),
    z.strictObject({ type: z.literal("any"), of: several() }),
    z.strictObject({ type: z.literal("not"), of: Condition }),
    UsedCondition,
    SequenceCondition,
    CountCondition,
    AbsentCondition,
    z.strictObject({ type: z.literal("signal"), signal: Id, is: z.optional(z.boolean()) }),
    z.strictObject({ type: z.literal("segment"), segment: Id }),
    z.strictObject({ type: z.literal("guide"), guide: Id }),
    AttributeCondition,
    z.strictObject({ type: z.literal("page"), url: UrlPattern }),
    ElementCondition,
  ]),
);
