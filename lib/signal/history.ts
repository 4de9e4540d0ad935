import type { AbsentCondition, CountCondition } from "../model/condition.ts";
import { durationMs } from "../model/duration.ts";
import type { Sequence } from "../model/sequence.ts";
import { type Arming, absentFrom, advanceAbsence } from "../sequence/absence.ts";
import { compileSequence, firstPlace } from "../sequence/compile.ts";
import { comparePositions, type OrderedEvent } from "../sequence/event.ts";
import { advanceSequence, startSequence } from "../sequence/match.ts";
import { inOrder } from "../sequence/order.ts";

/** Answers about all that was used. */
export interface History {
  /** Whether `times` uses ever lay within `within` (a duration) of each other; without it, ever at all. */
  used(feature: string, times: number, within?: string): boolean;
  /** Whether the sequence was ever completed. */
  sequence(sequence: Sequence): boolean;
  /** How often the feature was used in the window that ends now; beyond the condition's `value` it is not counted on. */
  count(condition: CountCondition): number;
  /** From when on the absence is there if nothing else happens, epoch ms; null: the time does not run. */
  absentFrom(condition: AbsentCondition): number | null;
}

/** Looks at `events` (any order, no duplicates) on demand, as of `now` (epoch ms); each question is worked out once. */
export function createHistory(events: Iterable<OrderedEvent>, now: number): History {
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
    count({ feature, within, value }) {
      const length = durationMs(within);
      return Math.min(value + 1, usesOf(feature).filter(({ ts }) => now - ts <= length).length);
    },
    absentFrom(condition) {
      const names = new Set([condition.feature, condition.after]);
      const rank = (feature: string) => (feature === condition.after ? 0 : 1);
      const uses = inOrder([...names].flatMap(usesOf), rank);
      return absentFrom(
        condition,
        uses.reduce<Arming>((arming, use) => advanceAbsence(condition, arming, use), null),
      );
    },
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
  const wasUsed = (feature: string) => usesOf(feature).length > 0;
  if (!sequence.steps.every(({ feature }) => [feature].flat().some(wasUsed))) return false;
  const compiled = compileSequence(sequence);
  let state = startSequence(compiled);
  const relevant = [...compiled.effects.keys()].flatMap(usesOf);
  for (const event of inOrder(relevant, (feature) => firstPlace(compiled, feature))) {
    const step = advanceSequence(compiled, state, event);
    if (step.match) return true;
    state = step.state;
  }
  return false;
}
