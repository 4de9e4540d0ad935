import type { Sequence } from "../model/sequence.ts";
import { comparePositions, type OrderedEvent } from "../sequence/event.ts";
import { advanceLeaf, type LeafCondition, leafFeatures, startLeaf } from "./leaf.ts";

/** Answers about all that was used, in the sense of signals: what was true once stays true. */
export interface History {
  /** Whether `times` uses ever lay within `within` (a duration) of each other; without it, ever at all. */
  used(feature: string, times: number, within?: string): boolean;
  /** Whether the sequence was ever completed. */
  sequence(sequence: Sequence): boolean;
}

/** Looks at `events` (any order, no duplicates) on demand; each question is worked out once. */
export function createHistory(events: Iterable<OrderedEvent>): History {
  const byFeature = new Map<string, OrderedEvent[]>();
  for (const event of events) {
    const known = byFeature.get(event.feature);
    if (known) known.push(event);
    else byFeature.set(event.feature, [event]);
  }
  const answers = new Map<string, boolean>();

  function ask(leaf: LeafCondition): boolean {
    const key = JSON.stringify(leaf);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const relevant = [...leafFeatures(leaf)].flatMap((feature) => byFeature.get(feature) ?? []);
    let state = startLeaf(leaf);
    for (const event of relevant.sort(comparePositions)) {
      if (state.is === "fulfilled") break;
      state = advanceLeaf(leaf, state, event);
    }
    answers.set(key, state.is === "fulfilled");
    return state.is === "fulfilled";
  }

  return {
    used: (feature, times, within) =>
      ask(
        within === undefined
          ? { type: "used", feature, times }
          : { type: "used", feature, times, within },
      ),
    sequence: (sequence) => ask({ type: "sequence", sequence }),
  };
}
