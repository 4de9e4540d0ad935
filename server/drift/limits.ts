/** When a guide whose targets vanish stops showing itself. */
export interface DriftLimits {
  /** Only searches of the last so many ms count: an app that was mended should not be judged by how it was. */
  window: number;
  /** So many people must have looked for the element. */
  people: number;
  /** More than this share of them did not find it, 0 to 1. */
  missed: number;
}

/**
 * A week holds the weekday on which each of a small app's people comes by. With 20 people, more than half missing means
 * at least 11: if the true share of misses were what a healthy guide has at worst, one in ten, that would happen once
 * in 1.5 million weeks (binomial), and at one in four still only once in 250. Half, because for the other half the
 * guide does what it should; below that its author is told by the console and decides.
 */
export const DRIFT_LIMITS: DriftLimits = {
  window: 7 * 86_400_000,
  people: 20,
  missed: 0.5,
};
