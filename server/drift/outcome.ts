import type { GuideAction } from "../../lib/model/event.ts";
import { MISSES, type TargetSighting } from "../../lib/model/target.ts";

/** A likely element that the person was not asked about: nothing was pointed at. */
const DOUBTED = "doubted";

/** How a search ended for the person, as it is kept. */
export function outcomeOf(action: GuideAction, { outcome }: TargetSighting): string {
  return action === "target_missing" && outcome === "likely" ? DOUBTED : outcome;
}

/** What is kept of searches that ended without showing the person where to look. */
export const MISSED_OUTCOMES: readonly string[] = [...MISSES, DOUBTED];
