import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HealthMeasure } from "../../lib/model/health-measure.ts";
import type { Measured } from "./measure.ts";
import { scoreHealth } from "./score.ts";

interface Given {
  weight: number;
  measured: Measured;
}

const known = (score: number, weight = 1): Given => ({
  weight,
  measured: { state: "known", score, value: score, of: 100 },
});
const unknown = (weight = 1): Given => ({ weight, measured: { state: "unknown" } });
const without = (weight = 1): Given => ({ weight, measured: { state: "not-applicable" } });

function score(...scores: Given[][]) {
  const answers = new Map<HealthMeasure, Measured>();
  const definitions = scores.map((given, at) => ({
    id: `s${at}`,
    name: { en: `S${at}` },
    measures: given.map(({ weight, measured }, index): HealthMeasure => {
      const one: HealthMeasure = { kind: "feature", feature: `f${index}`, perWeek: 1, weight };
      answers.set(one, measured);
      return one;
    }),
  }));
  return scoreHealth({ scores: definitions }, (one) => answers.get(one) ?? { state: "unknown" });
}

describe("health scores", () => {
  it("H2 to H6: the account that is worked by hand in the spec", () => {
    const health = score(
      [known(60, 2), known(60)],
      [known(100, 3), known(0), without(4)],
      [unknown(2), known(50)],
    );
    expect(health.scores.map((one) => one.score)).toEqual([60, 75, null]);
    expect(health.scores.map((one) => one.coverage)).toEqual([1, 1, 1 / 3]);
    expect(health.score).toBe(67.5);
    expect(health.coverage).toBeCloseTo(7 / 9, 10);
    expect(health.reasons.map(({ score, subject }) => `${score} ${subject}`)).toEqual([
      "s0 f0",
      "s1 f1",
      "s0 f1",
    ]);
    expect(health.reasons.map(({ points }) => Number(points.toFixed(1)))).toEqual([
      -13.3, -12.5, -6.7,
    ]);
  });

  it("H3: what is not in the plan changes nothing, what is unused in it counts 0", () => {
    expect(score([known(80), without(9)])).toMatchObject({ score: 80, coverage: 1 });
    expect(score([known(80), known(0)])).toMatchObject({ score: 40, coverage: 1 });
  });

  it("H4: too little known is unknown, never bad", () => {
    expect(score([known(0, 59), unknown(41)])).toMatchObject({ score: null, reasons: [] });
    expect(score([known(90, 60), unknown(40)])).toMatchObject({ score: 90, coverage: 0.6 });
    expect(score([unknown()], [without()])).toMatchObject({ score: null, coverage: 0 });
  });

  it("H5: a single good score among unknown ones says nothing of the whole", () => {
    expect(score([known(95)], [unknown()])).toMatchObject({ score: null, coverage: 0.5 });
  });
});

const anyMeasured = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((one) => known(one).measured),
  fc.constant(unknown().measured),
  fc.constant(without().measured),
);
const anyGiven = fc.record({ weight: fc.integer({ min: 1, max: 9 }), measured: anyMeasured });
const anyScores = fc.array(fc.array(anyGiven, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 5,
});

/** The same, by putting every measure into a bag as often as it weighs. */
function naive(scores: Given[][]): { score: number | null; coverage: number; each: unknown[] } {
  const all = scores.map((given) => {
    const bag: (number | null)[] = [];
    for (const { weight, measured } of given) {
      if (measured.state === "not-applicable") continue;
      for (let n = 0; n < weight; n += 1) {
        bag.push(measured.state === "known" ? measured.score : null);
      }
    }
    const values = bag.filter((one) => one !== null);
    const covered = bag.length === 0 ? null : values.length / bag.length;
    const isShown = covered !== null && values.length * 10 >= bag.length * 6;
    return { covered, value: isShown ? average(values) : null };
  });
  const coverage = average(all.flatMap(({ covered }) => (covered === null ? [] : [covered]))) ?? 0;
  const values = all.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    coverage,
    score: coverage >= 0.6 ? average(values) : null,
    each: all.map(({ value }) => value),
  };
}

function average(values: number[]): number | null {
  let sum = 0;
  for (const one of values) sum += one;
  return values.length === 0 ? null : sum / values.length;
}

const near = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) < 1e-9;

describe("health scores, for any measures", () => {
  it("H2 to H5: equal a second, slow computation", () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const [fast, slow] = [score(...scores), naive(scores)];
        // Where the mean coverage is .6 to the last bit, two ways of adding may fall on two sides.
        fc.pre(Math.abs(slow.coverage - 0.6) > 1e-9);
        expect(near(fast.score, slow.score)).toBe(true);
        expect(near(fast.coverage, slow.coverage)).toBe(true);
        expect(
          fast.scores.every((one, at) => near(one.score, slow.each[at] as number | null)),
        ).toBe(true);
      }),
    );
  });

  it("H3: a measure that does not apply can be taken away", () => {
    fc.assert(
      fc.property(anyScores, fc.integer({ min: 1, max: 9 }), (scores, weight) => {
        const more = scores.map((given) => [...given, without(weight)]);
        expect(score(...more).score).toBe(score(...scores).score);
      }),
    );
  });

  it("H4: learning that something was unknown never leaves the scale, and raises no score", () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const zero = scores.map((given) =>
          given.map((one) => (one.measured.state === "unknown" ? known(0, one.weight) : one)),
        );
        const [before, after] = [score(...scores), score(...zero)];
        before.scores.forEach((one, at) => {
          const learned = after.scores[at]?.score ?? null;
          if (one.score !== null && learned !== null)
            expect(learned).toBeLessThanOrEqual(one.score);
        });
        for (const one of after.scores) {
          if (one.score !== null) expect(one.score >= 0 && one.score <= 100).toBe(true);
        }
      }),
    );
  });

  it("H6: with three measures at most the reasons are all that is missing", () => {
    fc.assert(
      fc.property(fc.array(anyGiven, { minLength: 1, maxLength: 3 }), (given) => {
        const { score: all, reasons } = score(given);
        fc.pre(all !== null);
        const lost = reasons.reduce((sum, { points }) => sum + points, 0);
        expect(near(100 + lost, all)).toBe(true);
      }),
    );
  });
});
