/**
 * Benjamini and Hochberg (1995): for each p the smallest share of false finds, among everything accepted with it, at
 * which it is accepted. In the order given.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const falling = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(ps.length);
  let least = 1;
  for (const [before, { p, index }] of falling.entries()) {
    least = Math.min(least, (p * ps.length) / (ps.length - before));
    adjusted[index] = least;
  }
  return adjusted;
}

/** Simes (1986): the p of "none of these is true", from the p of each, which may depend on each other as cut-offs do. */
export function simes(ps: readonly number[]): number {
  const rising = ps.toSorted((a, b) => a - b);
  return Math.min(1, ...rising.map((p, index) => (p * ps.length) / (index + 1)));
}
