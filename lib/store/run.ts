import type { GuideEvent } from "../model/event.ts";
import type { RunRecord } from "./database.ts";

/** A run's state is nothing but its events in order; one that comes late changes nothing. G1 of docs/spec/events.md. */
export function foldRun(
  run: RunRecord | undefined,
  person: string,
  event: GuideEvent,
): RunRecord | undefined {
  if (run && event.ts < run.updatedAt) return run;
  const base: RunRecord =
    run && event.action !== "started"
      ? run
      : {
          person,
          guide: event.guide,
          version: event.version,
          status: "running",
          step: event.step ?? null,
          stepSince: event.ts,
          startedAt: event.ts,
          updatedAt: event.ts,
        };
  const next = { ...base, version: event.version, updatedAt: event.ts };
  switch (event.action) {
    case "started":
    case "step_completed":
      return next;
    case "step_shown": {
      const step = event.step ?? base.step;
      return { ...next, step, stepSince: step === base.step ? base.stepSince : event.ts };
    }
    case "target_missing":
      // A step whose target is missing may still wait; `reason` says that the run ended with it.
      return event.reason?.startsWith("end") ? { ...next, status: "target_missing" } : next;
    case "completed":
    case "dismissed":
      return { ...next, status: event.action };
  }
}
