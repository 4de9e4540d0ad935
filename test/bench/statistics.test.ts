import fc from "fast-check";
import { expect, test } from "vitest";
import { added, median, quantile } from "./statistics.ts";

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test("a quantile lies between two neighbours in proportion", () => {
  expect(quantile([4, 1, 3, 2], 0)).toBe(1);
  expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
  expect(median([7])).toBe(7);
});

test("there is no quantile of nothing", () => {
  expect(() => median([])).toThrow(RangeError);
});

test("quantiles are within the values, grow with the share and do not depend on the order", () => {
  fc.assert(
    fc.property(numbers, share, share, (values, a, b) => {
      const low = quantile(values, Math.min(a, b));
      const high = quantile(values, Math.max(a, b));
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
      expect(low).toBeLessThanOrEqual(high + 1e-9);
      expect(quantile(values.toReversed(), a)).toBe(quantile(values, a));
    }),
  );
});

test("the values themselves stay as they are", () => {
  const values = [3, 1, 2];
  quantile(values, 0.5);
  expect(values).toEqual([3, 1, 2]);
});

test("what is added is counted from the median without it", () => {
  const cost = added([11, 12, 13, 14, 40], [1, 2, 30]);
  expect(cost.p50).toBe(11);
  expect(cost.p95).toBeCloseTo(32.8);
});

test("something that adds the same to each repetition adds exactly that", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 100 }), (values, cost) => {
      const withIt = values.map((value) => value + cost);
      expect(added(withIt, values).p50).toBeCloseTo(cost);
    }),
  );
});
