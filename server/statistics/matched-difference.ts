import type { Estimate } from "./newcombe.ts";
import { Z } from "./wilson.ts";

export interface MatchedUnit {
  treated: boolean;
  /** Units are compared only with those of the same stratum. */
  stratum: string;
  value: number;
}

export interface MatchedDifference {
  /** Units that had somebody to be compared with. */
  treated: number;
  controls: number;
  /** Treated units without any control like them: left out. */
  unmatched: number;
  /** Means of both, the controls weighted to the strata of the treated; null without a pair. */
  means: { treated: number; controls: number } | null;
  /** Mean of the treated less that of the controls; null where its interval cannot be told. */
  difference: Estimate | null;
}

/**
 * The average difference for the treated by exact matching on strata: the difference of means of each stratum, weighted by its
 * treated units (Iacus, King and Porro, "Causal inference without balance checking: coarsened exact matching", Political
 * Analysis 20, 2012). The interval is the normal one; the variance of each arm is that within strata, pooled. With one
 * stratum this is the difference of two means with Welch's standard error.
 */
export function matchedDifference(units: readonly MatchedUnit[]): MatchedDifference {
  const strata = [...Map.groupBy(units, ({ stratum }) => stratum).values()].map((of) => ({
    treated: of.filter(({ treated }) => treated).map(({ value }) => value),
    controls: of.filter(({ treated }) => !treated).map(({ value }) => value),
  }));
  const pairs = strata.filter(({ treated, controls }) => treated.length > 0 && controls.length > 0);
  const count = (arm: "treated" | "controls") =>
    pairs.reduce((sum, one) => sum + one[arm].length, 0);
  const treated = count("treated");
  const controls = count("controls");
  const unmatched = units.filter((one) => one.treated).length - treated;
  if (pairs.length === 0) {
    return { treated, controls, unmatched, means: null, difference: null };
  }
  const weighted = (arm: "treated" | "controls") =>
    pairs.reduce((sum, one) => sum + (one.treated.length / treated) * mean(one[arm]), 0);
  const means = { treated: weighted("treated"), controls: weighted("controls") };
  const value = means.treated - means.controls;
  const ofTreated = within(pairs.map((one) => one.treated));
  const ofControls = within(pairs.map((one) => one.controls));
  if (ofTreated === null || ofControls === null) {
    return { treated, controls, unmatched, means, difference: null };
  }
  const variance = pairs.reduce((sum, one) => {
    const weight = one.treated.length / treated;
    return sum + weight ** 2 * (ofTreated / one.treated.length + ofControls / one.controls.length);
  }, 0);
  const reach = Z * Math.sqrt(variance);
  return {
    treated,
    controls,
    unmatched,
    means,
    difference: { value, low: value - reach, high: value + reach },
  };
}

/** The variance within groups, pooled; null where no group has two. */
function within(groups: readonly (readonly number[])[]): number | null {
  const freedom = groups.reduce((sum, of) => sum + of.length - 1, 0);
  if (freedom === 0) return null;
  const squares = groups.reduce((sum, of) => {
    const middle = mean(of);
    return sum + of.reduce((all, value) => all + (value - middle) ** 2, 0);
  }, 0);
  return squares / freedom;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
