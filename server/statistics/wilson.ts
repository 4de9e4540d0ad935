/** A two-sided 95 % interval reaches this many standard deviations to each side. */
export const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * The 95 % score interval of a share, 0 to 1: Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927). Unlike the usual "± 2 standard errors" it stays within 0 and 1 and holds for few people.
 * `of` must be more than 0; it need not be whole, for an effective number of people.
 */
export function wilson(share: number, of: number): Interval {
  const z2 = Z * Z;
  const middle = 2 * of * share + z2;
  const reach = Z * Math.sqrt(z2 + 4 * of * share * (1 - share));
  const scale = 2 * (of + z2);
  return {
    low: share === 0 ? 0 : (middle - reach) / scale,
    high: share === 1 ? 1 : (middle + reach) / scale,
  };
}
