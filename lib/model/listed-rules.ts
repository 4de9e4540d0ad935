import { isListed } from "./budget-class.ts";
import type { Guide } from "./guide.ts";

interface Broken {
  path: (string | number)[];
  allowed: string;
}

type Ruled = Pick<Guide, "kind" | "steps" | "trigger" | "budget" | "experiment">;

/** What holds for guides that stand in the side panel, and what the schema of a guide does not say. */
export function brokenListedRules(guide: Ruled): Broken[] {
  if (!isListed(guide)) return [];
  const { kind, trigger, budget, experiment, steps } = guide;
  const broken: Broken[] = [];
  const say = (allowed: string, ...path: (string | number)[]) => broken.push({ path, allowed });
  if (trigger.start !== "manual") {
    say('"manual", because it waits in the side panel for the person to come', "trigger", "start");
  }
  if (budget !== undefined && budget !== "ambient") {
    say('"ambient", because it takes no attention', "budget");
  }
  if (experiment !== undefined) say("nothing, because it never starts by itself", "experiment");
  steps.forEach((step, index) => {
    if (kind === "announcement" && step.anchor) {
      say("no anchor; let it start a guide that points", "steps", index, "anchor");
    }
    if (kind === "how-to" && step.actions) {
      say("nothing; links stand in the text", "steps", index, "actions");
    }
  });
  return broken;
}
