import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectivePeople } from "./design-effect.ts";
import { newcombe } from "./newcombe.ts";
import { isRatioMismatch } from "./ratio-mismatch.ts";
import { wilson } from "./wilson.ts";

const share = (hits: number, of: number) => ({ value: hits / of, ...wilson(hits / of, of) });

describe("the interval of a share", () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d among %d is the published one", (hits, of, low, high) => {
    expect(share(hits, of).low).toBeCloseTo(low, 4);
    expect(share(hits, of).high).toBeCloseTo(high, 4);
  });

  it("holds the share, lies between 0 and 1, and narrows with more people", () => {
    return fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, part) => {
          const hits = Math.round(of * part);
          const { value, low, high } = share(hits, of);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(high).toBeLessThanOrEqual(1);
          const more = share(hits * 4, of * 4);
          expect(more.high - more.low).toBeLessThan(high - low);
        },
      ),
    );
  });
});

describe("the interval of a difference", () => {
  // Newcombe, "Interval estimation for the difference", Statistics in Medicine 17 (1998), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])("of %d/%d and %d/%d is the published one", (a, m, b, n, low, high) => {
    const difference = newcombe(share(a, m), share(b, n));
    expect(difference.value).toBeCloseTo(a / m - b / n, 12);
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });

  it("is turned around when the shares are", () => {
    const some = fc
      .integer({ min: 1, max: 300 })
      .chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
    return fc.assert(
      fc.property(some, some, (a, b) => {
        const there = newcombe(share(...a), share(...b));
        const back = newcombe(share(...b), share(...a));
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.high).toBeCloseTo(-back.low, 10);
      }),
    );
  });
});

describe("people in clusters", () => {
  it("who each stand alone count in full, up to the correction for few", () => {
    const alone = Array.from({ length: 400 }, (_, at) => ({ people: 1, reached: at % 4 ? 0 : 1 }));
    expect(effectivePeople(alone)).toBeCloseTo(399, 6);
  });

  it("who do as their colleagues count as one a cluster, about", () => {
    const alike = Array.from({ length: 40 }, (_, at) => ({ people: 10, reached: at % 2 ? 0 : 10 }));
    expect(effectivePeople(alike)).toBeCloseTo(39, 6);
    expect(
      effectivePeople([
        { people: 10, reached: 0 },
        { people: 30, reached: 0 },
      ]),
    ).toBe(2);
  });

  it("never count for more than they are", () => {
    const cluster = fc
      .integer({ min: 1, max: 20 })
      .chain((people) => fc.record({ people: fc.constant(people), reached: fc.nat(people) }));
    return fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 30 }), (clusters) => {
        const people = clusters.reduce((sum, one) => sum + one.people, 0);
        const worth = effectivePeople(clusters);
        expect(worth).toBeGreaterThan(0);
        expect(worth).toBeLessThanOrEqual(people);
      }),
    );
  });
});

describe("the numbers of people in two arms", () => {
  it.each([
    // Chi-squared 10.82 and 11.24, on either side of the value for p = 0.001.
    [552, 448, 0.5, false],
    [553, 447, 0.5, true],
    [900, 100, 0.9, false],
    [850, 150, 0.9, true],
    [0, 0, 0.9, false],
  ])("%d and %d of %d: mismatch %s", (first, second, expected, mismatch) => {
    expect(isRatioMismatch(first, second, expected)).toBe(mismatch);
  });
});
