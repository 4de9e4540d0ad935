import type { Table } from "./table.ts";

/** What is smaller than this share of the sum so far does not change it any more. */
const NOTHING = 1e-18;

/**
 * p of Fisher's exact test, one-sided: how probable it is, given the margins, that at least so many of those who did it
 * stay if doing and staying have nothing to do with each other. One-sided, because only what goes with staying is
 * looked for; exact, because chi-squared is not where few are expected in a cell, and there a search over many cut-offs
 * finds its extremes. Below 10^-308 it is 0.
 */
export function fisherExact({ didStayed, didLeft, elseStayed, elseLeft }: Table): number {
  const did = didStayed + didLeft;
  const stayed = didStayed + elseStayed;
  const excess = elseLeft - didStayed;

  /** Probability of x + 1 over that of x, where x of those who did it stayed. */
  const growth = (x: number) => ((did - x) * (stayed - x)) / ((x + 1) * (excess + x + 1));

  // Outwards from the observed table, whose own probability is the unit; at most one of the two sums is infinite.
  const above = tail(Math.min(did, stayed) - didStayed, (step) => growth(didStayed + step));
  const below = tail(didStayed - Math.max(0, -excess), (step) => 1 / growth(didStayed - step - 1));
  return 1 / (1 + below / (1 + above));
}

/** The sum of `steps` weights that begin after 1 and change by the factors, which only fall. */
function tail(steps: number, factorOf: (step: number) => number): number {
  let sum = 0;
  let weight = 1;
  for (let step = 0; step < steps; step += 1) {
    const factor = factorOf(step);
    weight *= factor;
    sum += weight;
    if (factor < 1 && weight <= sum * NOTHING) break;
  }
  return sum;
}
