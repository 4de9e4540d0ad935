import { describe, expect, it } from "vitest";
import { createRandom } from "../../../test/bench/ratio.ts";
import { countsOf, OTHERS, simulate, type Truth } from "../../../test/support/aha-people.ts";
import { type FeatureCounts, SPANS, searchMoments } from "./search.ts";

const counts = (feature: string, uses: FeatureCounts["uses"], stayed = 50, left = 50) => ({
  feature,
  stayed,
  left,
  uses,
});
const did = (within: number, times: number, stayed: boolean, people: number) => ({
  within,
  times,
  stayed,
  people,
});

describe("search for aha moments", () => {
  it("R37: finds the cut-off that tells best: at least so many times in so many days", () => {
    const uses = [
      did(3, 1, false, 20),
      did(3, 1, true, 20),
      did(7, 2, false, 20),
      did(7, 2, true, 10),
      did(7, 3, true, 30),
      did(7, 3, false, 2),
    ];
    const { findings } = searchMoments([counts("deploy", uses)], SPANS);
    expect(findings).toEqual([
      expect.objectContaining({
        feature: "deploy",
        times: 3,
        within: 7,
        table: { didStayed: 30, didLeft: 2, elseStayed: 20, elseLeft: 48 },
      }),
    ]);
  });

  it("R37: a feature that goes with leaving is no aha moment", () => {
    const uses = [did(7, 1, true, 5), did(7, 1, false, 45)];
    expect(searchMoments([counts("cancel", uses)], SPANS).findings).toEqual([]);
  });

  it("R37: what too few did is not tried: fewer than 25 people and than 2 % of all", () => {
    const tried = (people: number, all: number) =>
      searchMoments([counts("rare", [did(1, 1, true, people)], all / 2, all / 2)], [1]).cutOffs;
    expect(tried(1, 100)).toBe(0);
    expect(tried(2, 100)).toBe(1);
    expect(tried(24, 10_000)).toBe(0);
    expect(tried(25, 10_000)).toBe(1);
  });

  it("R37: ten are told at most, the highest odds first", () => {
    const features = Array.from({ length: 14 }, (_, i) =>
      counts(`f${i}`, [did(1, 1, true, 20 + 2 * i), did(1, 1, false, 3)]),
    );
    const { findings } = searchMoments(features, SPANS);
    expect(findings.map(({ feature }) => feature)).toEqual(
      Array.from({ length: 10 }, (_, i) => `f${13 - i}`),
    );
  });
});

/** Searches of populations of the same truth; what was found in each. */
function searches(truth: Truth, seeds: number): Set<string>[] {
  return Array.from({ length: seeds }, (_, seed) => {
    const people = simulate(truth, createRandom(seed + 1));
    const { findings } = searchMoments(countsOf(people), SPANS);
    return new Set(findings.map(({ feature }) => feature));
  });
}

const share = (found: Set<string>[], of: (features: Set<string>) => boolean) =>
  found.filter(of).length / found.length;
const isFalse = (feature: string) => feature.startsWith(OTHERS);

describe("aha moments of people of whom the truth is known", () => {
  it("R37: what causes is found, what only goes along is found too, what does nothing is not: at most 5 % of the finds", () => {
    const found = searches({ people: 500, others: 12, effect: 0.3 }, 30);
    const falseFinds =
      found.reduce((sum, one) => sum + [...one].filter(isFalse).length / Math.max(1, one.size), 0) /
      found.length;
    expect(share(found, (one) => one.has("cause"))).toBeGreaterThan(0.95);
    // Nothing in the counts tells it from a cause: this is why they are said to go together, and no more.
    expect(share(found, (one) => one.has("echo"))).toBeGreaterThan(0.3);
    expect(falseFinds).toBeLessThanOrEqual(0.05);
  });

  it("R37: where nothing makes people stay, seldom is anything found", () => {
    const found = searches({ people: 300, others: 12, effect: 0 }, 30);
    expect(share(found, (one) => one.size > 0)).toBeLessThanOrEqual(0.1);
  });
});
