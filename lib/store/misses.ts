import type { Bundle } from "../model/bundle.ts";
import type { GuideEvent } from "../model/event.ts";
import type { RunRecord } from "./schema.ts";

/** Visits in a row in which a guide that started by itself did not find an element that it needs. */
export interface Misses {
  /** Of the bundle. Whatever is published next may have mended it. */
  revision: number;
  step: string;
  /** The document that counted last: a visit counts once. */
  boot: string;
  count: number;
}

/** The misses after an event; undefined: none. Steps that do without their element miss nothing. */
export function countMisses(
  misses: Misses | undefined,
  event: GuideEvent,
  { revision, startedBy }: { revision: number; startedBy: RunRecord["startedBy"] },
): Misses | undefined {
  const { action, step, boot, target, reason = "" } = event;
  if (action === "step_shown" && step === misses?.step) return undefined;
  const needed = /^(waiting|end)\b/.test(reason);
  if (action !== "target_missing" || !target || !step || !needed || startedBy !== "auto") {
    return misses;
  }
  const before = misses?.revision === revision && misses.step === step ? misses : undefined;
  if (before?.boot === boot) return before;
  return { revision, step, boot, count: (before?.count ?? 0) + 1 };
}

/** How often in a row it was missed with what is published now. */
export function missesNow({ misses }: RunRecord, { revision }: Bundle): number {
  return misses?.revision === revision ? misses.count : 0;
}
