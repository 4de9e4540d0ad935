/** Arithmetic of an axis of shares that need not begin at 0. */

export interface ShareScale {
  ticks: number[];
  /** 0 at the lowest tick, 1 at the highest. */
  place(value: number): number;
}

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5];

/** Round shares around `values`, at most `most` steps. */
export function shareScale(values: readonly number[], most = 5): ShareScale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step =
    STEPS.find((one) => Math.ceil(high / one) - Math.floor(low / one) <= most) ??
    Math.ceil((high - low) / most);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  const bottom = first * step;
  return { ticks, place: (value) => (value - bottom) / ((last - first) * step) };
}
