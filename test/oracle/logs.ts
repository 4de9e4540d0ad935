import fc from "fast-check";
import type { Sequence } from "../../lib/model/sequence.ts";

/** Random patterns and logs over the features a to e; no two uses at the same time. */

export const LETTERS = ["a", "b", "c", "d", "e"];
const letter = fc.constantFrom(...LETTERS);

export const window = fc.integer({ min: 1, max: 16 }).map((ms) => `${ms}ms`);

export const logs: fc.Arbitrary<string> = fc
  .array(fc.tuple(letter, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 14 })
  .map((uses) => {
    let at = 0;
    return uses
      .map(([feature, pause]) => {
        at += pause;
        return `${feature}${at}`;
      })
      .join(" ");
  });

/** 2 to 4 steps of which no two can be filled by the same feature. */
export const disjoint: fc.Arbitrary<Sequence["steps"]> = fc
  .tuple(
    fc.shuffledSubarray(LETTERS, { minLength: 5, maxLength: 5 }),
    fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 4 }),
  )
  .map(([letters, sizes]) => {
    const left = [...letters];
    const steps = sizes.map((size) => ({ feature: left.splice(0, size) }));
    return steps.filter(({ feature }) => feature.length > 0);
  });

/** 1 to 4 steps, which may mean the same features and ask for several uses. */
export const overlapping: fc.Arbitrary<Sequence["steps"]> = fc.array(
  fc.record(
    {
      feature: fc.uniqueArray(letter, { minLength: 1, maxLength: 2 }),
      times: fc.integer({ min: 1, max: 2 }),
    },
    { requiredKeys: ["feature"] },
  ),
  { minLength: 1, maxLength: 4 },
);

/** The log without all uses of the first step but the first. */
export function startedOnce({ steps }: Sequence, log: string): string {
  const first = [steps[0]?.feature ?? []].flat();
  const uses = log.split(" ");
  const start = uses.find((use) => first.includes(use.slice(0, 1)));
  return uses.filter((use) => use === start || !first.includes(use.slice(0, 1))).join(" ");
}
