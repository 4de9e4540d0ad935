import type { Fingerprint } from "../model/anchor.ts";

/** An element of the page that could be meant. */
export interface Candidate {
  fingerprint: Fingerprint;
  /**
   * Index of the nearest candidate around it, if any. A control and what lies inside it are the same answer at
   * different depths, so they are not rivals.
   */
  parent?: number | undefined;
}

/** Whether one of the two lies inside the other, or they are the same. */
export function sameControl(candidates: readonly Candidate[], a: number, b: number): boolean {
  return a === b || liesWithin(candidates, a, b) || liesWithin(candidates, b, a);
}

export function liesWithin(
  candidates: readonly Candidate[],
  inner: number,
  outer: number,
): boolean {
  let at = candidates[inner]?.parent;
  // A malformed chain cannot be longer than the list.
  for (let hops = 0; at !== undefined && hops < candidates.length; hops++) {
    if (at === outer) return true;
    at = candidates[at]?.parent;
  }
  return false;
}
