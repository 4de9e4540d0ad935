import type { SignalCondition } from "../model/signal.ts";
import { type Fulfilment, type LeafState, leafProgress, type Progress } from "./leaf.ts";

/** Event ids that a signal names at most, over all its parts. */
export const MAX_SIGNAL_EVIDENCE = 128;

/** What made the whole true, or null. `leaves` are the states of its leaves from left to right. */
export function fulfilment(
  condition: SignalCondition,
  leaves: readonly LeafState[],
): Fulfilment | null {
  const found = visit(condition, leaves[Symbol.iterator](), combine, (_leaf, state) =>
    state.is === "fulfilled" ? state.by : null,
  );
  return found && { ...found, evidence: found.evidence.slice(-MAX_SIGNAL_EVIDENCE) };
}

function combine(type: "all" | "any", parts: (Fulfilment | null)[]): Fulfilment | null {
  const done = parts.filter((part) => part !== null);
  if (type === "all") {
    if (done.length < parts.length) return null;
    return {
      since: Math.max(...done.map((part) => part.since)),
      evidence: [...new Set(done.flatMap((part) => part.evidence))],
    };
  }
  return done.reduce<Fulfilment | null>(
    (first, part) => (first && first.since <= part.since ? first : part),
    null,
  );
}

/** How far the first unfinished part of an `all` is, and the furthest part of an `any`. */
export function treeProgress(
  condition: SignalCondition,
  leaves: readonly LeafState[],
  now: number,
): Progress {
  return visit(condition, leaves[Symbol.iterator](), choose, (leaf, state) =>
    leafProgress(leaf, state, now),
  );
}

function choose(type: "all" | "any", parts: Progress[]): Progress {
  const chosen =
    type === "all"
      ? (parts.find((part) => part.done < part.of) ?? parts.at(-1))
      : parts.toSorted((a, b) => b.done / b.of - a.done / a.of)[0];
  return chosen as Progress;
}

type Leaf = Exclude<SignalCondition, { of: SignalCondition[] }>;

function visit<T>(
  condition: SignalCondition,
  leaves: Iterator<LeafState>,
  inner: (type: "all" | "any", parts: T[]) => T,
  outer: (leaf: Leaf, state: LeafState) => T,
): T {
  if (!("of" in condition)) return outer(condition, leaves.next().value as LeafState);
  return inner(
    condition.type,
    condition.of.map((part) => visit(part, leaves, inner, outer)),
  );
}
