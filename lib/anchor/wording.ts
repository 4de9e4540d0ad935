import type { Text } from "./features.ts";
import { beginsAlike, containment, jaccard } from "./text.ts";
import { PARTIAL } from "./weights.ts";

/** How far the likest two of two sets of texts say the same, 0 to 1. */
export function wordingSimilarity(wanted: readonly Text[], found: readonly Text[]): number {
  let best = 0;
  for (const one of wanted) {
    for (const other of found) best = Math.max(best, similarity(one, other));
  }
  return best;
}

function similarity(a: Text, b: Text): number {
  if (a.key === b.key) return 1;
  // Only one of them goes on: "Undo (Ctrl+Z)" is "Undo", and yet "Undo (all)" is not "Undo (last)".
  if (a.head === b.key || a.key === b.head) return PARTIAL.head;
  const held = containment(a.words, b.words);
  const alike = PARTIAL.text * ((jaccard(a.words, b.words) + held) / 2);
  if (held < 1) return Math.min(alike, PARTIAL.exchanged);
  return beginsAlike(a.words, b.words) ? alike : PARTIAL.inside * alike;
}
