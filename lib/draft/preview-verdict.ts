import { type Decision, decide } from "../decide/decide.ts";
import type { Facts } from "../decide/facts.ts";
import { reduce } from "../decide/reduce.ts";
import { isListed } from "../model/budget-class.ts";
import type { Guide } from "../model/guide.ts";
import type { Check, TraceLine } from "../model/trace.ts";

/** What a person's own circumstances decide. Budget, frequency and experiments say nothing about who it is. */
const OWN: readonly Check[] = ["schedule", "audience", "trigger"];

export interface Verdict {
  /** `waits`: what is left is for the page to see. */
  verdict: "gets" | "waits" | "not";
  /** Why not. */
  stoppedBy: TraceLine | null;
}

/** Whether somebody would get the guide at that address: Y4 of docs/spec/preview.md. */
export function verdictOn(guide: Guide, facts: Facts): Verdict {
  const { trace }: Decision = decide(guide, facts, byItself(guide) ? "auto" : "manual");
  const lines = trace.filter(({ check }) => OWN.includes(check));
  const stoppedBy = lines.find(({ outcome }) => outcome === "stopped") ?? null;
  if (stoppedBy) return { verdict: "not", stoppedBy };
  const waits = lines.some(({ outcome }) => outcome === "page");
  return { verdict: waits ? "waits" : "gets", stoppedBy: null };
}

/** The items of a checklist that are done for them, by id. */
export function itemsFor({ kind, steps }: Guide, facts: Facts): string[] {
  if (kind !== "checklist") return [];
  const isDone = ({ advance }: Guide["steps"][number]) =>
    advance.on === "until" && reduce(advance.condition, facts, []) === true;
  return steps.filter(isDone).map(({ id }) => id);
}

function byItself(guide: Guide): boolean {
  return guide.trigger.start === "auto" && !isListed(guide);
}
