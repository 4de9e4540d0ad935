import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExact } from "./fisher.ts";

const ROUNDED = 1 + 1e-9;

const table = (didStayed: number, didLeft: number, elseStayed: number, elseLeft: number) => ({
  didStayed,
  didLeft,
  elseStayed,
  elseLeft,
});

/** n over k, exactly. */
function over(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i += 1) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** The same p by counting all the ways, in whole numbers. */
function counted(a: number, b: number, c: number, d: number): number {
  const [did, stayed, all] = [a + b, a + c, a + b + c + d];
  let ways = 0n;
  for (let x = a; x <= Math.min(did, stayed); x += 1) {
    if (did - x <= all - stayed) ways += over(stayed, x) * over(all - stayed, did - x);
  }
  const scale = 10n ** 18n;
  return Number((ways * scale) / over(all, did)) / 1e18;
}

describe("Fisher's exact test", () => {
  it("gives the published p", () => {
    // The lady tasting tea (Fisher 1935; Agresti, 3.5.2): 17/70.
    expect(fisherExact(table(3, 1, 1, 3))).toBeCloseTo(17 / 70, 12);
    // Convictions of twins (Fisher 1962; R, ?fisher.test): p = 0.0004652 for "less", which is "more" of the other row.
    expect(fisherExact(table(10, 3, 2, 15))).toBeCloseTo(0.0004652, 7);
    // Whales and sharks (SciPy, fisher_exact), one-sided.
    expect(fisherExact(table(8, 2, 1, 5))).toBeCloseTo(0.024475524475, 11);
  });

  it("is what counting all the ways gives", () => {
    const count = fc.nat(40);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        expect(fisherExact(table(a, b, c, d))).toBeCloseTo(counted(a, b, c, d), 9);
      }),
    );
  });

  it("is a probability for any counts, and smaller the more of those stay who did it", () => {
    const count = fc.nat(20_000);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const p = fisherExact(table(a, b, c, d));
        expect(p >= 0 && p <= 1).toBe(true);
        // One more of them, with the same margins.
        if (b > 0 && c > 0) {
          expect(fisherExact(table(a + 1, b - 1, c - 1, d + 1))).toBeLessThanOrEqual(p * ROUNDED);
        }
      }),
    );
  });

  it("takes populations that a workspace can have", () => {
    expect(fisherExact(table(500_000, 0, 0, 500_000))).toBe(0);
    expect(fisherExact(table(250_000, 250_000, 250_000, 250_000))).toBeCloseTo(0.5, 2);
  });
});
