import { durationMs } from "../model/duration.ts";
import type { Sequence } from "../model/sequence.ts";
import { compileSequence } from "../sequence/compile.ts";
import { comparePositions, type OrderedEvent } from "../sequence/event.ts";
import { advanceSequence, startSequence } from "../sequence/match.ts";

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
  for (const uses of byFeature.values()) uses.sort(comparePositions);
  const usesOf = (feature: string) => byFeature.get(feature) ?? [];

  return {
    used: remembered(
      (feature: string, times: number, within?: string) => `${times} ${within} ${feature}`,
      (feature, times, within) => wereUsed(usesOf(feature), times, within),
    ),
    sequence: remembered(
      (sequence: Sequence) => sequence,
      (sequence) => wasCompleted(sequence, usesOf),
    ),
  };
}

function remembered<A extends unknown[]>(
  key: (...args: A) => unknown,
  ask: (...args: A) => boolean,
) {
  const answers = new Map<unknown, boolean>();
  return (...args: A): boolean => {
    const known = answers.get(key(...args));
    if (known !== undefined) return known;
    const answer = ask(...args);
    answers.set(key(...args), answer);
    return answer;
  };
}

function wereUsed(uses: readonly OrderedEvent[], times: number, within?: string): boolean {
  if (within === undefined) return uses.length >= times;
  const window = durationMs(within);
  return uses.some((first, at) => {
    const last = uses[at + times - 1];
    return last !== undefined && last.ts - first.ts <= window;
  });
}

function wasCompleted(
  sequence: Sequence,
  usesOf: (feature: string) => readonly OrderedEvent[],
): boolean {
  const compiled = compileSequence(sequence);
  if (compiled.slots.some((slot) => ![...slot].some((feature) => usesOf(feature).length > 0))) {
    return false;
  }
  let state = startSequence(compiled);
  const relevant = [...compiled.features].flatMap(usesOf);
  for (const event of relevant.sort(comparePositions)) {
    const step = advanceSequence(compiled, state, event);
    if (step.match) return true;
    state = step.state;
  }
  return false;
}
