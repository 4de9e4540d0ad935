import type {
  AbsentCondition,
  CountCondition,
  SequenceCondition,
  UsedCondition,
} from "../model/condition.ts";
import { durationMs } from "../model/duration.ts";
import type { SignalCondition } from "../model/signal.ts";
import { type Arming, absentFrom, advanceAbsence } from "../sequence/absence.ts";
import { compileSequence, featuresOfSequence, firstPlace } from "../sequence/compile.ts";
import { advanceCount, type CountState, countDue } from "../sequence/count.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import {
  advanceSequence,
  placesFilled,
  type SequenceState,
  startSequence,
} from "../sequence/match.ts";
import { advanceUsed, NO_USES, type UsedState, usesAt } from "./used.ts";

/** A condition that events and time decide; `all` and `any` are made of these. */
export type LeafCondition = UsedCondition | SequenceCondition | CountCondition | AbsentCondition;

/** What made a condition true, and when. */
export interface Fulfilment {
  /** Time of the event that did it, or the moment at which time did, epoch ms. */
  since: number;
  /** Ids of the events it took. */
  evidence: string[];
}

/** How far one leaf is; JSON. A leaf that was true once stays true and remembers only that. */
export type LeafState =
  | { is: "fulfilled"; by: Fulfilment }
  | { is: "used"; uses: UsedState }
  | { is: "sequence"; chains: SequenceState }
  | { is: "count"; at: CountState }
  | { is: "absent"; arming: Arming };

/** The leaves of a condition, from left to right. */
export function leavesOf(condition: SignalCondition | LeafCondition): LeafCondition[] {
  return "of" in condition ? condition.of.flatMap(leavesOf) : [condition];
}

export function startLeaf(leaf: LeafCondition): LeafState {
  switch (leaf.type) {
    case "used":
      return { is: "used", uses: NO_USES };
    case "sequence":
      return { is: "sequence", chains: startSequence(compileSequence(leaf.sequence)) };
    case "count":
      return { is: "count", at: [] };
    case "absent":
      return { is: "absent", arming: null };
  }
}

export function leafFeatures(leaf: LeafCondition): ReadonlySet<string> {
  switch (leaf.type) {
    case "used":
    case "count":
      return new Set([leaf.feature]);
    case "sequence":
      return featuresOfSequence(leaf.sequence);
    case "absent":
      return new Set([leaf.feature, leaf.after]);
  }
}

/** How far back, in ms, lies what decides whether the leaf is true for the first time now; Infinity: anywhere. */
export function leafReach(leaf: LeafCondition): number {
  if (leaf.type === "sequence") return compileSequence(leaf.sequence).within;
  if (leaf.type === "used" && leaf.within !== undefined) return durationMs(leaf.within);
  return Number.POSITIVE_INFINITY;
}

/** Of uses at the same moment in different documents those with the smaller number count as the earlier ones: S18. */
export function leafRank(leaf: LeafCondition, feature: string): number {
  if (leaf.type === "sequence") return firstPlace(compileSequence(leaf.sequence), feature);
  return leaf.type === "absent" && feature !== leaf.after ? 1 : 0;
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
  if (leaf.type === "count" && state.is === "count" && leaf.feature === event.feature) {
    return { is: "count", at: advanceCount(leaf, state.at, event) };
  }
  if (leaf.type === "absent" && state.is === "absent") {
    const arming = advanceAbsence(leaf, state.arming, event);
    return arming === state.arming ? state : { is: "absent", arming };
  }
  return state;
}

/** What time alone has made true before `now` (epoch ms): an absence whose deadline has passed. */
export function settleLeaf(leaf: LeafCondition, state: LeafState, now: number): LeafState {
  if (leaf.type !== "absent" || state.is !== "absent" || !state.arming) return state;
  const since = absentFrom(leaf, state.arming) as number;
  if (now < since) return state;
  return { is: "fulfilled", by: { since, evidence: [state.arming.id] } };
}

/** When time alone changes what there is to say of a leaf, epoch ms, after `now`; null: never. */
export function leafDue(leaf: LeafCondition, state: LeafState, now: number): number | null {
  if (leaf.type === "count" && state.is === "count") return countDue(leaf, state.at, now);
  if (leaf.type !== "absent" || state.is !== "absent") return null;
  const from = absentFrom(leaf, state.arming);
  return from !== null && now < from ? from : null;
}

/** Steps done of steps in all; those that have fallen out of their window at `now` are not done. */
export interface Progress {
  done: number;
  of: number;
}

export function leafProgress(leaf: LeafCondition, state: LeafState, now: number): Progress {
  if (leaf.type === "used" && state.is === "used") {
    return { done: usesAt(leaf, state.uses, now), of: leaf.times ?? 1 };
  }
  if (leaf.type === "sequence") {
    const compiled = compileSequence(leaf.sequence);
    const of = compiled.places;
    const done = state.is === "sequence" ? placesFilled(compiled, state.chains, now) : of;
    return { done, of };
  }
  const of = leaf.type === "used" ? (leaf.times ?? 1) : 1;
  return { done: state.is === "fulfilled" ? of : 0, of };
}
