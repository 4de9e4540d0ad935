import type { Milestone } from "../model/signal.ts";
import type { SignalValue } from "../model/signal-value.ts";
import type { KeptDefinition } from "./kept.ts";
import { leavesOf, type Progress, startLeaf } from "./leaf.ts";
import type { SignalState } from "./state.ts";
import { treeProgress } from "./tree.ts";

/** The signal's value; false without a state or with that of another version. */
export function signalValue(
  definition: KeptDefinition,
  version: number,
  state: SignalState | undefined,
): SignalValue {
  const fulfilled = state?.version === version ? state.fulfilled : null;
  return {
    signal: definition.id,
    version,
    kind: "milestone",
    value: fulfilled !== null,
    since: fulfilled?.since ?? null,
    evidence: fulfilled?.evidence ?? [],
  };
}

/** Steps done of steps in all of the first unfinished condition, as of `now` (epoch ms). */
export function progress(
  definition: Milestone,
  state: SignalState | undefined,
  now: number,
): Progress {
  const leaves = leavesOf(definition.when);
  if (!state?.fulfilled) {
    return treeProgress(definition.when, state?.leaves ?? leaves.map(startLeaf), now);
  }
  const by = state.fulfilled;
  return treeProgress(
    definition.when,
    leaves.map(() => ({ is: "fulfilled", by })),
    now,
  );
}
