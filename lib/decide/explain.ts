import type { Guide } from "../model/guide.ts";
import type { ElementCondition } from "../model/selector.ts";
import { isAlive } from "./budget.ts";
import { type Decision, decide } from "./decide.ts";
import type { Facts } from "./facts.ts";
import { byPriority } from "./priority.ts";
import { line, type TraceLine } from "./trace.ts";

/** Why a guide is, or is not, on screen in one page: D28 of docs/spec/decisions.md. */
export interface Explanation {
  guide: string;
  /** `next`: nothing stops it. `waits`: all that is left is for a page to see that could not be asked. */
  verdict: "running" | "next" | "waits" | "stopped";
  /** The first check that stopped it. */
  stoppedBy: TraceLine | null;
  trace: TraceLine[];
}

/** Everything that only the page can tell and the guides ask about, each once. */
export function questionsOf(guides: readonly Guide[], facts: Facts): ElementCondition[] {
  const asked = new Map<string, ElementCondition>();
  const element = (condition: ElementCondition) => {
    asked.set(JSON.stringify(condition), condition);
    return undefined;
  };
  for (const guide of guides) decide(guide, { ...facts, element });
  return [...asked.values()];
}

/** Explains all guides of a page on the same facts, in the order in which they may start. */
export function explainAll(guides: readonly Guide[], facts: Facts): Explanation[] {
  let first: string | null = null;
  return guides.toSorted(byPriority).map((guide) => {
    const decision = decide(guide, facts);
    const run = facts.runs.get(guide.id);
    if (run && isAlive(run, facts.now)) return verdict("running", decision);
    if (!decision.due) return verdict("stopped", decision);
    if (decision.watch) return verdict("waits", decision);
    if (facts.ambient.has(guide.id)) return verdict("next", decision);
    const ahead = line("priority", first === null, { guide: first });
    first ??= guide.id;
    const told = { ...decision, trace: [...decision.trace, ahead] };
    return ahead.outcome === "passed"
      ? verdict("next", told)
      : verdict("stopped", { ...told, stoppedBy: ahead });
  });
}

function verdict(
  as: Explanation["verdict"],
  { guide, stoppedBy, trace }: Pick<Decision, "guide" | "stoppedBy" | "trace">,
): Explanation {
  return { guide, verdict: as, stoppedBy: as === "stopped" ? stoppedBy : null, trace };
}
