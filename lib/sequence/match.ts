import type { CompiledSequence } from "./compile.ts";
import type { OrderedEvent } from "./event.ts";

/** Event ids that a chain or a count keeps at most: the newest. It bounds the stored state. */
export const MAX_EVIDENCE = 32;

/** Part of a sequence that has happened. */
export interface Chain {
  /** Time of its first event, epoch ms. */
  start: number;
  /** Ids of its events, oldest first, at most the newest `MAX_EVIDENCE`. */
  evidence: string[];
}

/**
 * At `k` the newest chain that has filled places 0 to k and is within its window, or null. The last place needs none:
 * filling it is the match. JSON; its size depends on the definition alone, never on the history.
 */
export type SequenceState = (Chain | null)[];

export interface SequenceStep {
  state: SequenceState;
  /** The chain that this event completed. */
  match: Chain | null;
}

export function startSequence({ places }: CompiledSequence): SequenceState {
  return Array.from({ length: places - 1 }, () => null);
}

/**
 * Takes one event, which must come after all events taken before (docs/spec/sequences.md). Never changes `state`.
 * After a match the state is that of the start, so no event belongs to two matches.
 */
export function advanceSequence(
  sequence: CompiledSequence,
  state: SequenceState,
  event: OrderedEvent,
): SequenceStep {
  const effect = sequence.effects.get(event.feature);
  if (!effect) return { state, match: null };
  const next = state.map((chain) =>
    chain && event.ts - chain.start > sequence.within ? null : chain,
  );
  for (const place of effect.breaks) next[place] = null;
  for (const place of effect.fills) {
    const before = place === 0 ? { start: event.ts, evidence: [] } : state[place - 1];
    if (!before || event.ts - before.start > sequence.within) continue;
    const evidence = [...before.evidence, event.id];
    if (evidence.length > MAX_EVIDENCE) evidence.shift();
    const chain = { start: before.start, evidence };
    if (place === sequence.places - 1) return { state: startSequence(sequence), match: chain };
    next[place] = chain;
  }
  return { state: next, match: null };
}

/** How many places of the sequence are filled by a chain that can still be completed at `now`. */
export function placesFilled(
  sequence: CompiledSequence,
  state: SequenceState,
  now: number,
): number {
  return state.findLastIndex((chain) => chain && now - chain.start <= sequence.within) + 1;
}
