import type { HealthProfile } from "../../lib/model/health.ts";
import { type HealthMeasure, subjectOf } from "../../lib/model/health-measure.ts";
import type { Localized } from "../../lib/model/primitives.ts";
import type { Measured } from "./measure.ts";

/** Below it a score is not shown: too little is known. */
export const LEAST_COVERAGE = 0.6;
const MOST_REASONS = 3;

/** What a measure takes from the score it belongs to, in points of that score. */
export interface Reason {
  score: string;
  kind: HealthMeasure["kind"];
  subject: string;
  /** Zero or less. */
  points: number;
}

export interface MeasureResult {
  kind: HealthMeasure["kind"];
  subject: string;
  weight: number;
  measured: Measured;
}

export interface ScoreResult {
  id: string;
  name: Localized;
  /** null: coverage is too low. */
  score: number | null;
  /** Weight of what is known, of what applies; null: nothing applies. */
  coverage: number | null;
  measures: MeasureResult[];
}

export interface HealthResult {
  /** Mean of the scores that are shown; null: too little is known. */
  score: number | null;
  /** Mean of the coverage of the scores to which something applies; 0 if there is none. */
  coverage: number;
  scores: ScoreResult[];
  /** What costs the global score most, at most three. */
  reasons: Reason[];
}

/** H2 to H6 of docs/spec/health.md. */
export function scoreHealth(
  { scores: definitions }: Pick<HealthProfile, "scores">,
  measureOne: (definition: HealthMeasure) => Measured,
): HealthResult {
  const scores = definitions.map(({ id, name, measures }) => {
    const results = measures.map((one) => ({
      kind: one.kind,
      subject: subjectOf(one),
      weight: one.weight,
      measured: measureOne(one),
    }));
    return { id, name, ...weighed(results), measures: results };
  });
  const applying = scores.flatMap(({ coverage }) => coverage ?? []);
  const coverage = mean(applying) ?? 0;
  const shown = scores.flatMap(({ score }) => score ?? []);
  return {
    score: coverage >= LEAST_COVERAGE ? mean(shown) : null,
    coverage,
    scores,
    reasons: reasonsFor(scores),
  };
}

function weighed(results: readonly MeasureResult[]): Pick<ScoreResult, "score" | "coverage"> {
  let applicable = 0;
  let known = 0;
  let sum = 0;
  for (const { weight, measured } of results) {
    if (measured.state === "not-applicable") continue;
    applicable += weight;
    if (measured.state === "unknown") continue;
    known += weight;
    sum += weight * measured.score;
  }
  if (applicable === 0) return { score: null, coverage: null };
  const coverage = known / applicable;
  return { score: coverage >= LEAST_COVERAGE ? sum / known : null, coverage };
}

function reasonsFor(scores: readonly ScoreResult[]): Reason[] {
  const shown = scores.filter(({ score }) => score !== null);
  return shown
    .flatMap(({ id, measures }) => {
      const known = measures.flatMap(({ measured, ...one }) =>
        measured.state === "known" ? [{ ...one, score: measured.score }] : [],
      );
      const whole = known.reduce((sum, { weight }) => sum + weight, 0);
      return known.map(({ kind, subject, weight, score }) => ({
        score: id,
        kind,
        subject,
        points: (weight * (score - 100)) / whole / shown.length,
      }));
    })
    .filter(({ points }) => points < 0)
    .toSorted((a, b) => a.points - b.points)
    .slice(0, MOST_REASONS);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}
