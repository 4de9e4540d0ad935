import type { Anchor, Fingerprint } from "../model/anchor.ts";
import { type Answer, better } from "./answer.ts";
import type { Candidate } from "./candidate.ts";
import { score } from "./evidence.ts";
import { prepare } from "./features.ts";
import { decide, nothing } from "./gate.ts";
import { NO_POPULATION } from "./population.ts";
import { rank, type Surroundings } from "./ranking.ts";
import { locateInRows } from "./rows.ts";

/**
 * The element that an anchor means, of those in the page. The answer does not depend on the order of the
 * candidates, except for the indices in it.
 */
export function locate(
  anchor: Anchor,
  candidates: readonly Candidate[],
  surroundings: Surroundings = {},
): Answer {
  const inRows = locateInRows(anchor, candidates, surroundings);
  if (inRows) return inRows;
  return rank(anchor, candidates, surroundings)
    .map((ranking) => decide(ranking))
    .reduce(better, nothing("the page has nothing that could be meant"));
}

/** How well an element matches its anchor, 0 to 1: whether what is pointed at is still the same thing. */
export function likeness(anchor: Anchor, fingerprint: Fingerprint): number {
  const candidate = prepare(fingerprint);
  return Math.max(
    ...anchor.samples.map((sample) => {
      const target = prepare(sample.fingerprint);
      return score(target, candidate, { population: NO_POPULATION }).value;
    }),
  );
}
