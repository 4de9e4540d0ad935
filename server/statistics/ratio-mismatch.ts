/** Chi-squared with one degree of freedom exceeds this with a probability of 0.001. */
const CRITICAL = 10.8276;

/**
 * Whether two arms hold numbers of units that the intended split explains with a probability below 0.001 (Pearson's
 * chi-squared test). Then something else than chance sorted them, and no rate of theirs can be compared.
 * `share`: of the first arm, 0 to 1; with 0 or 1, a single unit in the wrong arm is a mismatch.
 */
export function isRatioMismatch(first: number, second: number, share: number): boolean {
  const all = first + second;
  if (all === 0) return false;
  const chiSquared = (first - all * share) ** 2 / (all * share * (1 - share));
  return chiSquared > CRITICAL;
}
