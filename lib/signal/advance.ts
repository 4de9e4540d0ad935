import type { Milestone } from "../model/signal.ts";
import type { SignalValue } from "../model/signal-value.ts";
import { comparePositions, type OrderedEvent } from "../sequence/event.ts";
import { advanceLeaf, type LeafState, leafFeatures, leavesOf, startLeaf } from "./leaf.ts";
import type { SignalState } from "./state.ts";
import { fulfilment } from "./tree.ts";
import { signalValue } from "./value.ts";

/** `late`: the event cannot be added to this state; recompute from all stored events. */
export type Advance = { state: SignalState; changed: SignalValue | null } | { late: true };

/**
 * Takes one more event (docs/spec/signals.md). The caller has removed duplicates. `state` is never changed; when the
 * event means nothing to the signal the very same object comes back. Without a state it starts from nothing.
 */
export function advance(
  definition: Milestone,
  version: number,
  state: SignalState | undefined,
  event: OrderedEvent,
): Advance {
  if (state && state.version !== version) return { late: true };
  const before = state ?? start(definition, version);
  if (!featuresOf(definition).has(event.feature)) return { state: before, changed: null };
  if (before.last && comparePositions(event, before.last) <= 0) return { late: true };
  if (before.fulfilled) return { state: before, changed: null };
  const next = take(definition, before, event);
  return { state: next, changed: next.fulfilled && signalValue(definition, version, next) };
}

/** The state after all `events`, which may come in any order but without duplicates. */
export function recompute(
  definition: Milestone,
  version: number,
  events: Iterable<OrderedEvent>,
): SignalState {
  const features = featuresOf(definition);
  const relevant = [...events].filter((event) => features.has(event.feature));
  let state = start(definition, version);
  for (const event of relevant.sort(comparePositions)) {
    if (state.fulfilled) break;
    state = take(definition, state, event);
  }
  return state;
}

const features = new WeakMap<Milestone, ReadonlySet<string>>();

/** The features whose uses can change the signal. */
export function featuresOf(definition: Milestone): ReadonlySet<string> {
  const known = features.get(definition);
  if (known) return known;
  const found = new Set(leavesOf(definition.when).flatMap((leaf) => [...leafFeatures(leaf)]));
  features.set(definition, found);
  return found;
}

function start(definition: Milestone, version: number): SignalState {
  const leaves = leavesOf(definition.when).map(startLeaf);
  return { version, last: null, leaves, fulfilled: null };
}

function take(definition: Milestone, state: SignalState, event: OrderedEvent): SignalState {
  const leaves = leavesOf(definition.when).map((leaf, at) =>
    advanceLeaf(leaf, state.leaves[at] as LeafState, event),
  );
  const fulfilled = fulfilment(definition.when, leaves);
  const last = { ts: event.ts, boot: event.boot, seq: event.seq };
  return { version: state.version, last, leaves: fulfilled ? [] : leaves, fulfilled };
}
