import { isOnDemand } from "../model/budget-class.ts";
import type { Guide, OnMissing, Step } from "../model/guide.ts";
import type { Branch } from "../model/question.ts";

/** What of a guide decides how a run goes on. */
export interface Plan {
  guide: string;
  version: number;
  /** Steps can be gone back to, as far as T5 allows it. */
  reversible: boolean;
  /** There is something to go on with later. */
  serial: boolean;
  /** The steps are items of a checklist, in no order. */
  list: boolean;
  steps: readonly PlanStep[];
}

export interface PlanStep {
  id: string;
  /** It points at something that has to be found first. */
  anchored: boolean;
  advance: Step["advance"]["on"];
  /** It is there folded, until the person opens it. */
  onDemand: boolean;
  onMissing: OnMissing;
  /** Where it leads, if not to the next step. */
  branch: readonly Branch[];
}

export function planOf(guide: Guide, version: number): Plan {
  return {
    guide: guide.id,
    version,
    serial: guide.steps.length > 1 || guide.kind === "checklist",
    reversible: guide.kind !== "survey",
    list: guide.kind === "checklist",
    steps: guide.steps.map((step) => ({
      id: step.id,
      anchored: step.anchor !== undefined,
      advance: step.advance.on,
      onDemand: isOnDemand(guide),
      onMissing: step.onMissing ?? "wait",
      branch: step.branch ?? [],
    })),
  };
}
