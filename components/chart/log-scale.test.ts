import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logScale } from "./log-scale.ts";

describe("an axis of ratios", () => {
  test("has round ends, and 1 among its labels", () => {
    expect(logScale(1.4, 8.2).ticks).toEqual([1, 2, 5, 10]);
    expect(logScale(0.3, 3).ticks).toEqual([0.2, 0.5, 1, 2, 5]);
    expect(logScale(1, 1).ticks).toEqual([1]);
    expect(logScale(2, 12_000).ticks).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
  });

  test("has room for all values, few labels, and keeps their order", () => {
    const ratio = fc.double({ min: 0.001, max: 100_000, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { place, ticks } = logScale(low, high);
        expect(place(low)).toBeGreaterThanOrEqual(-1e-9);
        expect(place(high)).toBeLessThanOrEqual(1 + 1e-9);
        expect(place(low)).toBeLessThanOrEqual(place(high));
        expect(ticks).toContain(1);
        expect(ticks.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  test("half and double lie equally far from 1", () => {
    const { place } = logScale(0.5, 2);
    expect(place(1) - place(0.5)).toBeCloseTo(place(2) - place(1), 9);
  });
});
