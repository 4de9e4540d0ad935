import type { Anchor, Fingerprint } from "../model/anchor.ts";
import { type Setting, score } from "./evidence.ts";
import { prepare } from "./features.ts";
import { isForeign } from "./language.ts";
import { createPopulation, NO_POPULATION, type Population } from "./population.ts";

export interface Shortlist {
  /** Takes what is cheap to know of the next element of the page. */
  add(fingerprint: Fingerprint): void;
  /** Numbers of the elements worth a closer look, in the order they were added; at most `limit`. */
  best(limit: number): number[];
  population: Population;
}

/** Collects a large page bit by bit, so that the walk can pause whenever the page needs the thread. */
export function createShortlist(anchor: Anchor, lang?: string): Shortlist {
  const population = createPopulation();
  const scores: number[] = [];
  const targets = anchor.samples.map((sample) => ({
    features: prepare(sample.fingerprint),
    setting: { population: NO_POPULATION, foreign: isForeign(sample.lang, lang) } satisfies Setting,
  }));
  return {
    population,
    add(fingerprint) {
      const candidate = prepare(fingerprint);
      population.add(candidate);
      const values = targets.map(
        ({ features, setting }) => score(features, candidate, setting).value,
      );
      scores.push(Math.max(...values));
    },
    best(limit) {
      return [...scores.keys()]
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
        .slice(0, limit)
        .sort((a, b) => a - b);
    },
  };
}
