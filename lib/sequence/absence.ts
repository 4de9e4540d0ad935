import type { AbsentCondition } from "../model/condition.ts";
import { durationMs } from "../model/duration.ts";
import type { OrderedEvent } from "./event.ts";

/** The use that the time runs from; null: none, or the awaited feature was used since. */
export type Arming = { at: number; id: string } | null;

/** Takes a use of one of the condition's two features that comes after all taken before. The same state if nothing changes. */
export function advanceAbsence(
  { feature, after, from }: AbsentCondition,
  arming: Arming,
  event: OrderedEvent,
): Arming {
  const left = event.feature === feature ? null : arming;
  if (event.feature !== after || (left && from === "first")) return left;
  return { at: event.ts, id: event.id };
}

/**
 * The first millisecond at which the absence is there if nothing else happens: the one after the deadline, because a use
 * at the deadline still counts. Null without an arming.
 */
export function absentFrom(condition: AbsentCondition, arming: Arming): number | null {
  return arming && arming.at + durationMs(condition.for) + 1;
}
