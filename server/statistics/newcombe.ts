import type { Interval } from "./wilson.ts";

export interface Estimate extends Interval {
  value: number;
}

/**
 * The difference a − b of two independent shares with the 95 % interval that follows from those of the shares: method 10
 * of Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998).
 */
export function newcombe(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
