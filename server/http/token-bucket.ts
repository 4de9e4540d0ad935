import type { Rate } from "../deps.ts";

export interface Limiter {
  /** Takes `cost`, or answers with the milliseconds after which it could be taken. What is below 0 is given back. */
  take(key: string, cost: number): number;
}

interface Bucket {
  level: number;
  at: number;
}

const MAX_KEYS = 10_000;

/**
 * One token bucket per key, in this process. Full buckets are forgotten, so memory follows the keys in use; of more than
 * 10,000 those that were asked for longest ago are forgotten too.
 */
export function createLimiter({ perSecond, burst }: Rate, clock: () => number): Limiter {
  const buckets = new Map<string, Bucket>();
  const levelOf = (bucket: Bucket, now: number) =>
    Math.min(burst, bucket.level + ((now - bucket.at) / 1000) * perSecond);

  function makeRoom(now: number): void {
    for (const [key, bucket] of buckets) if (levelOf(bucket, now) >= burst) buckets.delete(key);
    // More than one, so that not every new key looks through all of them.
    for (const key of buckets.keys()) {
      if (buckets.size <= MAX_KEYS * 0.9) return;
      buckets.delete(key);
    }
  }

  return {
    take(key, cost) {
      const now = clock();
      if (buckets.size >= MAX_KEYS) makeRoom(now);
      const level = levelOf(buckets.get(key) ?? { level: burst, at: now }, now);
      const missing = Math.min(cost, burst) - level;
      // At the end, as the one that was asked for last.
      buckets.delete(key);
      buckets.set(key, { level: missing > 0 ? level : level - cost, at: now });
      return missing > 0 ? Math.ceil((missing / perSecond) * 1000) : 0;
    },
  };
}
