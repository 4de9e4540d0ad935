/** People by whether they did something and whether they stayed: the 2×2 table. */
export interface Table {
  didStayed: number;
  didLeft: number;
  elseStayed: number;
  elseLeft: number;
}

/** Quantile of the normal distribution for an interval of 95 %. */
const Z = 1.959964;

/**
 * The odds of staying with it, divided by those without it: ((s+1)(F−f+1)) / ((S−s+1)(f+1)), where s of S who stayed and
 * f of F who left did it. The ones keep it finite where a count is 0. The interval of 95 % is Woolf's, on the logarithm
 * of the same counts: ± z · √(Σ 1/count).
 */
export function oddsRatioOf(table: Table): { ratio: number; low: number; high: number } {
  const [a, b, c, d] = [
    table.didStayed + 1,
    table.didLeft + 1,
    table.elseStayed + 1,
    table.elseLeft + 1,
  ];
  const ratio = (a * d) / (b * c);
  const spread = Math.exp(Z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d));
  return { ratio, low: ratio / spread, high: ratio * spread };
}

/**
 * How strictly the two go together, −1 to 1: Pearson's coefficient of two yes-or-no values, so that n·phi² is the
 * chi-squared of the table. 0 where one of the two is the same for everybody.
 */
export function phiOf({ didStayed: a, didLeft: b, elseStayed: c, elseLeft: d }: Table): number {
  const margins = Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
  return margins === 0 ? 0 : (a * d - b * c) / margins;
}

/** P(stayed | did): of those who did it, the share that stayed. */
export function precisionOf({ didStayed, didLeft }: Table): number {
  return share(didStayed, didStayed + didLeft);
}

/** P(did | stayed): of those who stayed, the share that did it. */
export function coverageOf({ didStayed, elseStayed }: Table): number {
  return share(didStayed, didStayed + elseStayed);
}

/** P(stayed | did) / P(stayed): how many times as often as everybody those who did it stay. */
export function liftOf(table: Table): number {
  const { didStayed, didLeft, elseStayed, elseLeft } = table;
  const stayed = didStayed + elseStayed;
  return share(precisionOf(table), share(stayed, stayed + didLeft + elseLeft));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
