export interface LogScale {
  /** 0 at the low end of the axis, 1 at the high one. */
  place(value: number): number;
  /** Round values with a label, the ends among them. */
  ticks: number[];
}

/** An axis for ratios, on which double and half lie equally far from 1, and which reaches at least from `low` to `high`. */
export function logScale(low: number, high: number): LogScale {
  const [from, to] = [Math.min(low, 1), Math.max(high, 1)];
  const fine = between(from, to, [1, 2, 5]);
  const ticks = fine.length <= 6 ? fine : between(from, to, [1]);
  const [first = 1, last = 10] = [ticks[0], ticks.at(-1)];
  const width = Math.log(last / first) || 1;
  return { place: (value) => Math.log(value / first) / width, ticks };
}

/** Multiples of powers of ten, from the last at or below `from` to the first at or above `to`. */
function between(from: number, to: number, multiples: readonly number[]): number[] {
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1) {
    for (const one of multiples) values.push(Number((one * 10 ** power).toPrecision(1)));
  }
  const first = values.findLastIndex((value) => value <= from);
  const last = values.findIndex((value) => value >= to);
  return values.slice(Math.max(0, first), last + 1);
}
