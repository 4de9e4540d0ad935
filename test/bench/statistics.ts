/**
 * The value below which a share of the values lies, 0 ≤ `share` ≤ 1, between two neighbours in proportion.
 * The order of `values` does not matter; without values there is none.
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("no values to take a quantile of");
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * What something adds to each of many repetitions, from runs with and without it. Both quantiles are counted from the
 * median without it, so the 95th percentile also holds what the machine did meanwhile: it can be too high, not too low.
 */
export function added(
  withIt: readonly number[],
  without: readonly number[],
): { p50: number; p95: number } {
  const base = median(without);
  return { p50: median(withIt) - base, p95: quantile(withIt, 0.95) - base };
}
