import type { SequenceCondition, UsedCondition } from "../model/condition.ts";
import type { SignalCondition } from "../model/signal.ts";
import { compileSequence } from "../sequence/compile.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import {
  advanceSequence,
  placesFilled,
  type SequenceState,
  startSequence,
} from "../sequence/match.ts";
import { advanceUsed, NO_USES, type UsedState, usesAt } from "./used.ts";

/** A condition that events alone decide; `all` and `any` are made of these. */
export type LeafCondition = UsedCondition | SequenceCondition;

/** What made a condition true, and when. */
export interface Fulfilment {
  /** Time of the event that did it, epoch ms. */
  since: number;
  /** Ids of the events it took. */
  evidence: string[];
}

/** How far one leaf is; JSON. A leaf that was true once stays true and remembers only that. */
export type LeafState =
  | { is: "fulfilled"; by: Fulfilment }
  | { is: "used"; uses: UsedState }
  | { is: "sequence"; chains: SequenceState };

/** The leaves of a condition, from left to right. */
export function leavesOf(condition: SignalCondition): LeafCondition[] {
  return "of" in condition ? condition.of.flatMap(leavesOf) : [condition];
}

export function startLeaf(leaf: LeafCondition): LeafState {
  return leaf.type === "used"
    ? { is: "used", uses: NO_USES }
    : { is: "sequence", chains: startSequence(compileSequence(leaf.sequence)) };
}

export function leafFeatures(leaf: LeafCondition): ReadonlySet<string> {
  return leaf.type === "used" ? new Set([leaf.feature]) : compileSequence(leaf.sequence).features;
}

/** Takes an event that comes after all taken before. The same state when the event means nothing to the leaf. */
export function advanceLeaf(leaf: LeafCondition, state: LeafState, event: OrderedEvent): LeafState {
  if (leaf.type === "used" && state.is === "used") {
    if (leaf.feature !== event.feature) return state;
    const uses = advanceUsed(leaf, state.uses, event);
    return uses.count < (leaf.times ?? 1)
      ? { is: "used", uses }
      : { is: "fulfilled", by: { since: event.ts, evidence: uses.evidence } };
  }
  if (leaf.type === "sequence" && state.is === "sequence") {
    const step = advanceSequence(compileSequence(leaf.sequence), state.chains, event);
    if (step.match) {
      return { is: "fulfilled", by: { since: event.ts, evidence: step.match.evidence } };
    }
    return step.state === state.chains ? state : { is: "sequence", chains: step.state };
  }
  return state;
}

/** Steps done of steps in all; those that have fallen out of their window at `now` are not done. */
export interface Progress {
  done: number;
  of: number;
}

export function leafProgress(leaf: LeafCondition, state: LeafState, now: number): Progress {
  const of = leaf.type === "used" ? (leaf.times ?? 1) : compileSequence(leaf.sequence).slots.length;
  if (leaf.type === "used" && state.is === "used") {
    return { done: usesAt(leaf, state.uses, now), of };
  }
  if (leaf.type === "sequence" && state.is === "sequence") {
    return { done: placesFilled(compileSequence(leaf.sequence), state.chains, now), of };
  }
  return { done: of, of };
}
