import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOf, liftOf, oddsRatioOf, phiOf, precisionOf, type Table } from "./table.ts";

const count = fc.nat(5_000);
const tables = fc.record({
  didStayed: count,
  didLeft: count,
  elseStayed: count,
  elseLeft: count,
});

/** Heart attacks with placebo and with aspirin, Physicians' Health Study (Agresti, Categorical Data Analysis, 3.1). */
const ASPIRIN: Table = { didStayed: 189, didLeft: 10_845, elseStayed: 104, elseLeft: 10_933 };

describe("odds ratio", () => {
  it("is the published one, with its interval, where the counts with their ones are the published counts", () => {
    const lessOne = { didStayed: 188, didLeft: 10_844, elseStayed: 103, elseLeft: 10_932 };
    const { ratio, low, high } = oddsRatioOf(lessOne);
    expect(ratio).toBeCloseTo(1.832, 3);
    expect(low).toBeCloseTo(1.44, 2);
    expect(high).toBeCloseTo(2.331, 3);
  });

  it("is finite and within its interval for all counts, and inverted when doing and not doing are swapped", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { ratio, low, high } = oddsRatioOf(table);
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThan(ratio);
        expect(ratio).toBeLessThan(high);
        expect(Number.isFinite(high)).toBe(true);
        const swapped = oddsRatioOf({
          didStayed: table.elseStayed,
          didLeft: table.elseLeft,
          elseStayed: table.didStayed,
          elseLeft: table.didLeft,
        });
        expect(swapped.ratio * ratio).toBeCloseTo(1, 8);
      }),
    );
  });
});

describe("phi", () => {
  it("squared is the published chi-squared over the number of people", () => {
    const people = 189 + 10_845 + 104 + 10_933;
    expect(phiOf(ASPIRIN) ** 2 * people).toBeCloseTo(25.01, 2);
  });

  it("is 1 when exactly those stay who did it, -1 when exactly the others do, 0 when everybody did it", () => {
    expect(phiOf({ didStayed: 7, didLeft: 0, elseStayed: 0, elseLeft: 5 })).toBe(1);
    expect(phiOf({ didStayed: 0, didLeft: 7, elseStayed: 5, elseLeft: 0 })).toBe(-1);
    expect(phiOf({ didStayed: 7, didLeft: 5, elseStayed: 0, elseLeft: 0 })).toBe(0);
  });

  it("has the sign that the lift has", () => {
    fc.assert(
      fc.property(tables, (table) => {
        fc.pre(table.didStayed + table.elseStayed > 0 && table.didStayed + table.didLeft > 0);
        if (phiOf(table) > 1e-9) expect(liftOf(table)).toBeGreaterThan(1);
        if (phiOf(table) < -1e-9) expect(liftOf(table)).toBeLessThan(1);
      }),
    );
  });
});

describe("shares", () => {
  const table = { didStayed: 30, didLeft: 10, elseStayed: 20, elseLeft: 40 };

  it("say how many of whom", () => {
    expect(precisionOf(table)).toBe(0.75);
    expect(coverageOf(table)).toBe(0.6);
    expect(liftOf(table)).toBe(1.5);
  });

  it("are 0 where there is nobody to be a share of", () => {
    const nobody = { didStayed: 0, didLeft: 0, elseStayed: 0, elseLeft: 0 };
    expect([precisionOf(nobody), coverageOf(nobody), liftOf(nobody)]).toEqual([0, 0, 0]);
  });
});
