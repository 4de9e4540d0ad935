import { durationMs } from "../../model/duration.ts";
import type { Onboarding } from "../../model/signal.ts";
import type { Reached, Reading } from "../world.ts";

export interface OnboardingFacts {
  /** The first use of anything that the stages mention. */
  started: Reached;
  /** What finished each stage, in the order of the definition. */
  finished: readonly Reached[];
}

/**
 * The stage somebody is at: the first one that is not finished, "done" after the last. Who is at one for longer than
 * `stuckAfter` is stuck. V24 of docs/spec/signals.md.
 */
export function readOnboarding(
  { stages, stuckAfter }: Onboarding,
  { started, finished }: OnboardingFacts,
  now: number,
): Reading {
  const finishedAt = stages.map((_, at) => finished[at]?.since ?? null);
  const open = finishedAt.indexOf(null);
  const at = open === -1 ? stages.length : open;
  const steps = { at, of: stages.length, startedAt: started?.since ?? null, finishedAt };
  if (!started) {
    const detail = { ...steps, stuck: false, stuckSince: null };
    return { value: null, since: null, evidence: [], detail, due: null };
  }
  const done = finished.slice(0, at).filter((stage) => stage !== null);
  const since = Math.max(started.since, ...done.map((stage) => stage.since));
  const evidence = [...new Set([started, ...done].flatMap((stage) => stage.evidence))].slice(-128);
  const end = since + durationMs(stuckAfter);
  const stage = stages[at];
  const stuck = stage !== undefined && now > end;
  return {
    value: stage?.id ?? "done",
    since,
    evidence,
    detail: { ...steps, stuck, stuckSince: stuck ? end : null },
    due: stage && !stuck ? end + 1 : null,
  };
}
