import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incidence, quantile } from "./kaplan-meier.ts";
import { matchedDifference } from "./matched-difference.ts";

describe("Kaplan and Meier", () => {
  const FREIREICH = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
    .split(" ")
    .map((text) => ({
      time: Number.parseInt(text, 10),
      happened: !text.endsWith("+"),
    }));

  it("N13: the published example", () => {
    const told = incidence(FREIREICH);
    expect(told.steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    told.steps.forEach(({ share }, at) => {
      expect(1 - share).toBeCloseTo(published[at] ?? 0, 3);
    });
    expect(quantile(told, 0.5)).toBe(23);
    expect(quantile(told, 0.75)).toBeNull();
    expect(told).toMatchObject({ watched: 21, happened: 9 });
  });

  it("N13: of people who were all watched to the end it is the plain share", () => {
    const all = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(all, (times) => {
        const told = incidence(times.map((time) => ({ time, happened: true })));
        for (const { time, share } of told.steps) {
          expect(share).toBeCloseTo(times.filter((one) => one <= time).length / times.length, 10);
        }
        const sorted = times.toSorted((a, b) => a - b);
        expect(quantile(told, 0.5)).toBe(sorted[Math.ceil(times.length / 2) - 1]);
      }),
    );
  });
});

describe("matched difference", () => {
  const units = (treated: boolean, stratum: string, ...values: number[]) =>
    values.map((value) => ({ treated, stratum, value }));

  it("N17: the worked example", () => {
    const told = matchedDifference([
      ...units(true, "small", 10, 12),
      ...units(false, "small", 6, 7, 8),
      ...units(true, "large", 20),
      ...units(false, "large", 15, 19),
      ...units(true, "alone", 99),
      ...units(false, "unasked", 1),
    ]);
    expect(told).toMatchObject({ treated: 3, controls: 5, unmatched: 1 });
    expect(told.means?.treated).toBeCloseTo(14, 10);
    expect(told.difference?.value).toBeCloseTo(11 / 3, 10);
    expect((told.difference?.high ?? 0) - 11 / 3).toBeCloseTo(2.2736, 3);
  });

  it("N17: with one stratum it is the difference of two means with Welch's standard error", () => {
    const a = [27.5, 21, 19, 23.6, 17, 17.9];
    const b = [27.1, 22, 20.8, 23.4, 23.4];
    const told = matchedDifference([...units(true, "", ...a), ...units(false, "", ...b)]);
    const mean = (of: number[]) => of.reduce((x, y) => x + y, 0) / of.length;
    const square = (of: number[]) =>
      of.reduce((x, y) => x + (y - mean(of)) ** 2, 0) / (of.length - 1) / of.length;
    expect(told.difference?.value).toBeCloseTo(mean(a) - mean(b), 10);
    const reach = 1.959963984540054 * Math.sqrt(square(a) + square(b));
    expect((told.difference?.high ?? 0) - (told.difference?.value ?? 0)).toBeCloseTo(reach, 10);
  });

  it("N17: what makes strata differ makes no difference, and without a pair nothing is said", () => {
    const value = fc.integer({ min: -50, max: 50 });
    const some = fc.array(
      fc.record({ treated: fc.boolean(), stratum: fc.constantFrom("a", "b"), value }),
    );
    fc.assert(
      fc.property(some, value, (all, shift) => {
        const before = matchedDifference(all);
        const after = matchedDifference(
          all.map((one) => (one.stratum === "a" ? { ...one, value: one.value + shift } : one)),
        );
        if (before.difference) {
          expect(after.difference?.value).toBeCloseTo(before.difference.value, 8);
          expect(after.difference?.low).toBeCloseTo(before.difference.low, 8);
        } else expect(after.difference).toBeNull();
        expect(before.treated + before.unmatched).toBe(all.filter((one) => one.treated).length);
      }),
    );
    expect(matchedDifference(units(true, "", 1, 2)).means).toBeNull();
  });
});
