import type { Milestone } from "../../model/signal.ts";
import { leafProgress, startLeaf } from "../leaf.ts";
import type { SignalState } from "../state.ts";
import type { Reading } from "../world.ts";

/**
 * The milestone as its state has it: V1. Of a sequence `reachedAt` says when each of its places was filled for the first
 * time, so that it is seen who got how far; time to value is `since` less `firstSeenAt`, the person's first use of anything.
 */
export function readMilestone(
  { when }: Milestone,
  state: SignalState | undefined,
  firstSeenAt: number | null,
): Reading {
  const places =
    when.type === "sequence" ? leafProgress(when, startLeaf(when), Number.NEGATIVE_INFINITY).of : 0;
  const reached = state?.reached ?? [];
  const reachedAt = Array.from({ length: places }, (_, at) => reached[at] ?? null);
  const fulfilled = state?.fulfilled;
  const hasBegun = fulfilled || reached.length > 0;
  return {
    value: fulfilled != null,
    since: fulfilled?.since ?? null,
    evidence: fulfilled?.evidence ?? [],
    detail: hasBegun ? { ...(places > 0 && { reachedAt }), firstSeenAt } : {},
    due: null,
  };
}
