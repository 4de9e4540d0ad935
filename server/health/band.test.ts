import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANDS, type Band, bandOf, settleBand } from "./band.ts";

function follow(scores: readonly number[]): Band[] {
  let before: { score: number; band: Band } | null = null;
  return scores.map((score) => {
    const band = settleBand(before, score);
    before = { score, band };
    return band;
  });
}

/** One limit after the other, each with a memory of its own. */
function naive(scores: readonly number[]): Band[] {
  const isAbove = [(score: number) => score >= 50, (score: number) => score > 75];
  const sides = isAbove.map((above) => {
    let side: boolean | null = null;
    return scores.map((score, at) => {
      const now = above(score);
      if (side === null || now === side) side = now;
      else if (now ? above(score - 3) : !above(score + 3)) side = now;
      else if (at > 0 && above(scores[at - 1] ?? 0) === now) side = now;
      return side;
    });
  });
  return scores.map((_, at) => BANDS[sides.filter((one) => one[at]).length] ?? "good");
}

describe("bands", () => {
  it("H7: the limits", () => {
    expect([0, 49.9, 50, 75, 75.1, 100].map(bandOf)).toEqual([
      "poor",
      "poor",
      "fair",
      "fair",
      "good",
      "good",
    ]);
  });

  it("H7: the days that are worked by hand in the spec", () => {
    expect(follow([52, 49, 48.5, 51, 49, 53, 46, 77, 76])).toEqual([
      "fair",
      "fair",
      "poor",
      "poor",
      "poor",
      "fair",
      "poor",
      "fair",
      "good",
    ]);
  });

  it("H7: equals a second computation, limit by limit", () => {
    const anyScore = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
    fc.assert(
      fc.property(fc.array(anyScore, { minLength: 1, maxLength: 30 }), (scores) => {
        expect(follow(scores)).toEqual(naive(scores));
      }),
      { numRuns: 500 },
    );
  });

  it("H7: a score that stays is in its band on the second day", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.constantFrom(...BANDS),
        (score, band) => {
          const first = settleBand(
            { score: band === "poor" ? 10 : band === "fair" ? 60 : 90, band },
            score,
          );
          expect(settleBand({ score, band: first }, score)).toBe(bandOf(score));
        },
      ),
    );
  });
});
