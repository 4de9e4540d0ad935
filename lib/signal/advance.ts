import type { OrderedEvent } from "../sequence/event.ts";
import { comesAfter, inOrder } from "../sequence/order.ts";
import type { KeptDefinition } from "./kept.ts";
import {
  advanceLeaf,
  type LeafState,
  leafDue,
  leafFeatures,
  leafProgress,
  leafRank,
  leafReach,
  leavesOf,
  settleLeaf,
  startLeaf,
} from "./leaf.ts";
import type { SignalState } from "./state.ts";
import { fulfilment } from "./tree.ts";

/** `late`: the event cannot be added to this state; recompute from all stored events. */
export type Advance = { state: SignalState } | { late: true };

/**
 * Takes one more event (docs/spec/signals.md). The caller has removed duplicates. `state` is never changed; when the
 * event means nothing to the signal the very same object comes back. Without a state it starts from nothing.
 */
export function advance(
  definition: KeptDefinition,
  version: number,
  state: SignalState | undefined,
  event: OrderedEvent,
): Advance {
  if (state && state.version !== version) return { late: true };
  const before = state ?? start(definition, version);
  if (!featuresOf(definition).has(event.feature)) return { state: before };
  if (isLate(before, event)) return { late: true };
  if (before.fulfilled) return { state: before };
  return { state: take(definition, before, event) };
}

/** What time alone has made of a state by `now` (epoch ms); the very same object if nothing. */
export function settle(
  definition: KeptDefinition,
  version: number,
  state: SignalState,
  now: number,
): SignalState {
  return state.version === version ? settled(definition, state, now) : state;
}

/** When `settle` has something to do, or what is asked of the state changes; epoch ms, after `now`. Null: never. */
export function dueOf(definition: KeptDefinition, state: SignalState, now: number): number | null {
  const times = leavesOf(definition.when).map((leaf, at) => {
    const leafState = state.leaves[at];
    return (leafState && leafDue(leaf, leafState, now)) ?? Number.POSITIVE_INFINITY;
  });
  const first = Math.min(...times);
  return Number.isFinite(first) ? first : null;
}

/**
 * The state after all `events`, which may come in any order but without duplicates, and after the time up to `now`
 * (epoch ms); without it nothing becomes true by time alone.
 */
export function recompute(
  definition: KeptDefinition,
  version: number,
  events: Iterable<OrderedEvent>,
  now = Number.NEGATIVE_INFINITY,
): SignalState {
  return replay(definition, start(definition, version), events, now);
}

/** From when on events are needed to take in one that comes late, epoch ms; -Infinity: all there are. S19. */
export function neededFrom(
  { when }: KeptDefinition,
  version: number,
  state: SignalState | undefined,
  late: OrderedEvent,
): number {
  const isWhole = state?.version === version && !("of" in when);
  return isWhole ? late.ts - leafReach(when) : Number.NEGATIVE_INFINITY;
}

/** As `recompute`, after `advance` said that `late` is late for `state`; `events` need only go back to `neededFrom`. */
export function recomputeLate(
  definition: KeptDefinition,
  version: number,
  state: SignalState | undefined,
  late: OrderedEvent,
  events: Iterable<OrderedEvent>,
  now = Number.NEGATIVE_INFINITY,
): SignalState {
  const first = start(definition, version);
  const known = state?.version === version ? state.reached?.filter((at) => at < late.ts) : [];
  return replay(definition, known?.length ? { ...first, reached: known } : first, events, now);
}

function replay(
  definition: KeptDefinition,
  first: SignalState,
  events: Iterable<OrderedEvent>,
  now: number,
): SignalState {
  const features = featuresOf(definition);
  const relevant = [...events].filter((event) => features.has(event.feature));
  let state = first;
  for (const event of inOrder(relevant, (feature) => rankOf(definition, feature))) {
    if (state.fulfilled) break;
    state = take(definition, state, event);
  }
  return settled(definition, state, now);
}

const features = new WeakMap<KeptDefinition, ReadonlySet<string>>();

/** The features whose uses can change the signal. */
export function featuresOf(definition: KeptDefinition): ReadonlySet<string> {
  const known = features.get(definition);
  if (known) return known;
  const found = new Set(leavesOf(definition.when).flatMap((leaf) => [...leafFeatures(leaf)]));
  features.set(definition, found);
  return found;
}

function rankOf(definition: KeptDefinition, feature: string): number {
  const leaves = leavesOf(definition.when).filter((leaf) => leafFeatures(leaf).has(feature));
  return Math.min(...leaves.map((leaf) => leafRank(leaf, feature)));
}

function start(definition: KeptDefinition, version: number): SignalState {
  const leaves = leavesOf(definition.when).map(startLeaf);
  return { version, last: null, leaves, fulfilled: null };
}

/** It comes before what was evaluated, or before a moment at which time made something true. */
function isLate({ last, leaves, fulfilled }: SignalState, event: OrderedEvent): boolean {
  if (last && !comesAfter(event, last)) return true;
  if (fulfilled && event.ts < fulfilled.since) return true;
  return leaves.some((leaf) => leaf.is === "fulfilled" && event.ts < leaf.by.since);
}

function take(definition: KeptDefinition, before: SignalState, event: OrderedEvent): SignalState {
  const state = settled(definition, before, event.ts);
  if (state.fulfilled) return state;
  const leaves = leavesOf(definition.when).map((leaf, at) =>
    advanceLeaf(leaf, state.leaves[at] as LeafState, event),
  );
  const last = { ts: event.ts, boot: event.boot, seq: event.seq };
  return concluded(definition, withReached(definition, { ...state, last, leaves }));
}

/** Notes how far a sequence has got for the first time: V25. */
function withReached(definition: KeptDefinition, state: SignalState): SignalState {
  const { when } = definition;
  const leaf = state.leaves[0];
  if (definition.kind !== "milestone" || when.type !== "sequence" || !leaf || !state.last) {
    return state;
  }
  const { ts } = state.last;
  const { reached = [] } = state;
  const { done } = leafProgress(when, leaf, ts);
  if (done <= reached.length) return state;
  return { ...state, reached: [...reached, ...Array(done - reached.length).fill(ts)] };
}

function settled(definition: KeptDefinition, state: SignalState, now: number): SignalState {
  if (definition.kind === "live" || state.fulfilled) return state;
  // Only of an absence time alone can tell; this is asked for every event.
  if (!state.leaves.some(({ is }) => is === "absent")) return state;
  const leaves = leavesOf(definition.when).map((leaf, at) =>
    settleLeaf(leaf, state.leaves[at] as LeafState, now),
  );
  if (leaves.every((leaf, at) => leaf === state.leaves[at])) return state;
  return concluded(definition, { ...state, leaves });
}

function concluded(definition: KeptDefinition, state: SignalState): SignalState {
  if (definition.kind === "live") return state;
  const fulfilled = fulfilment(definition.when, state.leaves);
  return fulfilled ? { ...state, leaves: [], fulfilled } : state;
}
