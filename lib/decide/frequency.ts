import type { Guide } from "../model/guide.ts";
import type { Facts } from "./facts.ts";
import { line, type TraceLine } from "./trace.ts";

/** How often a guide starts by itself for one person: D5 and D6 of docs/spec/decisions.md. */
export function checkFrequency(guide: Guide, facts: Facts): TraceLine {
  const frequency = guide.trigger.frequency ?? "once";
  const run = facts.runs.get(guide.id);
  const values = { frequency, status: run?.status ?? null };
  const completed = run?.status === "completed" || run?.completedBefore === true;
  if (run?.status === "target_missing" && !completed) {
    return line("frequency", run.updatedAt < facts.sessionStart, values);
  }
  switch (frequency) {
    case "once": {
      const known = run !== undefined || facts.ledger.some((entry) => entry.guide === guide.id);
      return line("frequency", !known, values);
    }
    case "until-completed":
      return line("frequency", !completed, values);
    case "always":
      return line("frequency", true, values);
  }
}
