/** Chance from a seed: the same seed gives the same company. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  /** True with this probability. */
  hit(probability: number): boolean;
  /** One of these, each as likely as its weight says. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T;
  one<T>(values: readonly T[]): T;
  /** Log-normal: half lie below `median`; `sigma` is that of the logarithm. */
  around(median: number, sigma: number): number;
  /** How many of events that are independent of each other: Poisson. */
  times(mean: number): number;
}

/** Mulberry32 (public domain): 32 bits of state, enough for believable data and nothing else. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    hit: (probability) => next() < probability,
    one: (values) => values[whole(0, values.length - 1)] as never,
    pick(weighted) {
      let rest = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      const found = weighted.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? weighted.at(-1))?.[0] as never;
    },
    around(median, sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
    times(mean) {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > limit; product *= next()) count += 1;
      return count;
    },
  };
}
