import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, simes } from "./false-discovery.ts";

/** The fifteen tests of Benjamini and Hochberg (1995), section 3.2. */
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
  0.6528, 0.759, 1,
];
const ROUNDED = 1 + 1e-12;
const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

describe("Benjamini and Hochberg", () => {
  it("accepts the first four of their own example at 5 %", () => {
    const qs = benjaminiHochberg(PUBLISHED);
    expect(qs.filter((q) => q <= 0.05)).toHaveLength(4);
    expect(qs[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  it("accepts exactly what their step-up procedure accepts, in any order", () => {
    fc.assert(
      fc.property(ps, fc.constantFrom(0.01, 0.05, 0.2), (values, level) => {
        const rising = values.toSorted((a, b) => a - b);
        const last = rising.findLastIndex((p, i) => (p * values.length) / (i + 1) <= level);
        const accepted = benjaminiHochberg(values).filter((q) => q <= level);
        expect(accepted).toHaveLength(last + 1);
      }),
    );
  });

  it("never makes a p smaller and keeps their order", () => {
    fc.assert(
      fc.property(ps, (values) => {
        const qs = benjaminiHochberg(values);
        for (const [i, p] of values.entries()) {
          expect(qs[i]).toBeGreaterThanOrEqual(p / ROUNDED);
          for (const [j, other] of values.entries()) {
            if (p < other) expect(qs[i] as number).toBeLessThanOrEqual(qs[j] as number);
          }
        }
      }),
    );
  });
});

describe("Simes", () => {
  it("is the smallest of p times number over rank", () => {
    expect(simes([0.04, 0.01, 0.03])).toBeCloseTo(0.03, 12);
    expect(simes([0.2])).toBe(0.2);
  });

  it("is the smallest p after Benjamini and Hochberg", () => {
    fc.assert(
      fc.property(ps, (values) => {
        expect(simes(values)).toBeCloseTo(Math.min(...benjaminiHochberg(values)), 12);
      }),
    );
  });
});
