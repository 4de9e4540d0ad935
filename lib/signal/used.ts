import type { UsedCondition } from "../model/condition.ts";
import { durationMs } from "../model/duration.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import { MAX_EVIDENCE } from "../sequence/match.ts";

/** A count of uses that is not full yet. */
export interface UsedState {
  count: number;
  /** With a window: the times of the uses that can still count, oldest first. */
  at: number[];
  /** Ids of the newest counted uses, oldest first. */
  evidence: string[];
}

export const NO_USES: UsedState = { count: 0, at: [], evidence: [] };

/** Takes a use of the condition's feature that comes after all taken before. Full when `count` reaches `times`. */
export function advanceUsed(
  condition: UsedCondition,
  state: UsedState,
  event: OrderedEvent,
): UsedState {
  const at = condition.within === undefined ? [] : inWindow(condition, state, event.ts);
  if (condition.within !== undefined) at.push(event.ts);
  const count = condition.within === undefined ? state.count + 1 : at.length;
  const kept = Math.min(count, MAX_EVIDENCE);
  const evidence = state.evidence.slice(Math.max(0, state.evidence.length + 1 - kept));
  evidence.push(event.id);
  return { count, at, evidence };
}

/** Uses that still count at `now`. */
export function usesAt(condition: UsedCondition, state: UsedState, now: number): number {
  return condition.within === undefined ? state.count : inWindow(condition, state, now).length;
}

function inWindow(condition: UsedCondition, state: UsedState, now: number): number[] {
  const within = durationMs(condition.within as string);
  return state.at.filter((ts) => now - ts <= within);
}
