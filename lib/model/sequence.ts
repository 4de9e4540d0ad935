import * as z from "zod/mini";
import { Duration, Id } from "./primitives.ts";

/** Uses that a sequence may take in all: what is kept of it grows with them. */
const MAX_PLACES = 100;

const Repeat = z.int().check(z.positive(), z.maximum(MAX_PLACES));
const several = () => z.array(Id).check(z.minLength(1), z.maxLength(20));

const Step = z.strictObject({
  /** Any of these features fills the step. */
  feature: z.union([Id, several()]),
  /** How many uses fill the step; default 1. */
  times: z.optional(Repeat),
});

/** Steps are counted from 1. */
const StepNumber = z.int().check(z.positive(), z.maximum(32));

const Exclusion = z.strictObject({
  features: several(),
  /** After the first use of the one step, before the last use of the other. */
  between: z.tuple([StepNumber, StepNumber]),
});

/**
 * Ordered features within a window that is inclusive and runs from the first step; the latest start wins.
 * docs/spec/sequences.md numbers the rules.
 */
export const Sequence = z
  .strictObject({
    steps: z.array(Step).check(z.minLength(1), z.maxLength(32)),
    within: z.optional(Duration),
    /** "strict": no other use of any feature named here lies between first and last step. Default "loose". */
    order: z.optional(z.enum(["loose", "strict"])),
    /** A use of one of these breaks the chain: between first and last step, or between the two that are named. */
    without: z.optional(z.array(z.union([Id, Exclusion])).check(z.minLength(1), z.maxLength(20))),
  })
  .check((context) => {
    const { steps, without = [] } = context.value;
    const places = steps.reduce((sum, { times = 1 }) => sum + times, 0);
    if (places > MAX_PLACES) {
      context.issues.push({
        code: "custom",
        message: `at most ${MAX_PLACES} uses in all; these steps take ${places}`,
        path: ["steps"],
        input: steps,
      });
    }
    without.forEach((entry, at) => {
      if (typeof entry === "string") return;
      const [from, to] = entry.between;
      if (from < to && to <= steps.length) return;
      context.issues.push({
        code: "custom",
        message: `two steps in order, from 1 to ${steps.length}, such as [1, 2]`,
        path: ["without", at, "between"],
        input: entry.between,
      });
    });
  });
export type Sequence = z.infer<typeof Sequence>;
