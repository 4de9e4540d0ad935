import { durationMs } from "../../model/duration.ts";
import type { Outcome } from "../../model/signal.ts";
import type { MetArm, Reached, Reading } from "../world.ts";

/** What became of somebody after a guide. */
export interface OutcomeFacts {
  /** When the guide was first shown. */
  shown: Reached;
  /** When the experiment of the guide was first met; it counts before `shown`, because the holdout sees nothing. */
  met: MetArm | null;
  goal: Reached;
}

/** Whether the goal was reached within so long after the guide was first shown. V23 of docs/spec/signals.md. */
export function readOutcome(
  { within }: Outcome,
  { shown, met, goal }: OutcomeFacts,
  now: number,
): Reading {
  const shownAt = met?.at ?? shown?.since ?? null;
  const movedAt = goal?.since ?? null;
  const detail = { shownAt, movedAt, arm: met?.arm ?? "none" };
  const reading = { detail, evidence: shown?.evidence ?? [], due: null };
  const unknown = { ...reading, value: null, since: null };
  if (shownAt === null || (movedAt !== null && movedAt < shownAt)) return unknown;
  const end = shownAt + durationMs(within);
  if (goal && goal.since <= end) {
    const evidence = [...new Set([...reading.evidence, ...goal.evidence])].slice(-128);
    return { ...reading, value: "moved", since: goal.since, evidence };
  }
  return now > end
    ? { ...reading, value: "not-moved", since: end + 1 }
    : { ...unknown, due: end + 1 };
}
