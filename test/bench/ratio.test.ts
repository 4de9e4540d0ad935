import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, ratioOf, shuffled } from "./ratio.ts";

const values = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 20 });

test("a ratio is that of the medians, and its interval goes around it", () => {
  expect(ratioOf([2, 2, 2], [4, 4, 4])).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  const { value, low, high } = ratioOf([10, 11, 12, 13, 14, 30], [10, 11, 12, 13, 14, 15]);
  expect(value).toBe(1);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
});

test("the interval lies within what is possible, and is the same the next time", () => {
  fc.assert(
    fc.property(values, values, (these, others) => {
      const { value, low, high } = ratioOf(these, others);
      const least = Math.min(...these) / Math.max(...others);
      const most = Math.max(...these) / Math.min(...others);
      expect(least).toBeLessThanOrEqual(low);
      expect(low).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(most);
      expect(ratioOf(these, others)).toEqual({ value, low, high });
    }),
    { numRuns: 10 },
  );
});

test("shuffling keeps every item", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const random = createRandom(seed);
      expect(shuffled(items, random).sort()).toEqual([...items].sort());
    }),
  );
});
