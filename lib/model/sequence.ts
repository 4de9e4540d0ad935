import * as z from "zod/mini";
import { Duration, Id } from "./primitives.ts";

const Repeat = z.int().check(z.positive(), z.maximum(100));

/**
 * Ordered features within a window that is inclusive and runs from the first step; the latest start wins.
 * docs/spec/sequences.md numbers the rules.
 */
export const Sequence = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        /** Any of these features fills the step. */
        feature: z.union([Id, z.array(Id).check(z.minLength(1), z.maxLength(20))]),
        /** How many uses fill the step; default 1. */
        times: z.optional(Repeat),
      }),
    )
    .check(z.minLength(1), z.maxLength(32)),
  within: z.optional(Duration),
  /** A use of one of these between first and last step breaks the chain. */
  without: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(20))),
});
export type Sequence = z.infer<typeof Sequence>;
