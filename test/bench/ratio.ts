import { median } from "./statistics.ts";

export interface Ratio {
  /** Of the medians. */
  value: number;
  /** Ends of the interval in which 95 of 100 such measurements lie, by resampling. */
  low: number;
  high: number;
}

const RESAMPLES = 2_000;

/** How the median of some values compares to that of others. The same values give the same interval. */
export function ratioOf(these: readonly number[], others: readonly number[]): Ratio {
  const random = createRandom(1);
  const resampled = (values: readonly number[]) =>
    median(values.map(() => values[Math.floor(random() * values.length)] as number));
  const ratios = Array.from({ length: RESAMPLES }, () => resampled(these) / resampled(others));
  ratios.sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.round((RESAMPLES - 1) * share)] as number;
  return { value: median(these) / median(others), low: at(0.025), high: at(0.975) };
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in another order. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
