import type { Guide } from "../model/guide.ts";
import type { Facts, RunFact } from "./facts.ts";
import { line, type TraceLine } from "./trace.ts";

const ENDED: ReadonlySet<RunFact["status"]> = new Set(["completed", "dismissed", "snoozed"]);

/** How often a guide starts by itself for one person: D5, D6 and D32 of docs/spec/decisions.md. */
export function checkFrequency(guide: Guide, facts: Facts): TraceLine {
  const frequency = guide.trigger.frequency ?? "once";
  const run = facts.runs.get(guide.id);
  const isOfVisit = run !== undefined && run.updatedAt >= facts.sessionStart;
  const visit = isOfVisit && ENDED.has(run.status);
  const values = { frequency, status: run?.status ?? null, visit };
  const completed = run?.status === "completed" || run?.completedBefore === true;
  if (run?.status === "target_missing" && !completed) return line("frequency", !isOfVisit, values);
  switch (frequency) {
    case "once": {
      const known = run !== undefined || facts.ledger.some((entry) => entry.guide === guide.id);
      return line("frequency", !known, values);
    }
    case "until-completed":
      return line("frequency", !completed && !visit, values);
    case "always":
      return line("frequency", !visit, values);
  }
}
