/** The middle of the values, or the mean of the two in the middle. Of none it is NaN. */
export function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = ordered.length / 2;
  const high = ordered[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((ordered[middle - 1] ?? Number.NaN) + high) / 2 : high;
}

/**
 * How far a value lies from the median of others, in robust standard deviations: .6745 (x − median) / MAD, and where
 * half of them are equal (MAD is 0) (x − median) / (1.253314 × mean absolute deviation). Iglewicz and Hoaglin, How to
 * Detect and Handle Outliers (1993). When all are equal: ±Infinity, or 0 for the same value.
 */
export function robustScore(value: number, others: readonly number[]): number {
  const middle = median(others);
  const away = others.map((other) => Math.abs(other - middle));
  const mad = median(away);
  if (mad > 0) return (0.6745 * (value - middle)) / mad;
  const mean = away.reduce((sum, one) => sum + one, 0) / away.length;
  return value === middle ? 0 : (value - middle) / (1.253314 * mean);
}
