import type { Condition } from "./condition.ts";
import type { Guide, Step } from "./guide.ts";
import { ResultCondition } from "./result-condition.ts";
import type { Broken } from "./survey-rules.ts";

/** What the schema of a step alone cannot say about the kind of its guide. */
export function brokenKindRules(guide: Pick<Guide, "kind" | "steps" | "placement">): Broken[] {
  const { kind, steps, placement } = guide;
  const broken = steps.flatMap((step, index) => {
    const found = kind === "checklist" ? ofItem(step) : ofStep(step, steps.length);
    return found.map(({ path, allowed }) => ({ path: ["steps", index, ...path], allowed }));
  });
  if (kind === "banner" && placement && !["auto", "top", "bottom"].includes(placement)) {
    broken.push({ path: ["placement"], allowed: '"top" or "bottom", where a banner can stand' });
  }
  if (kind === "confirmation" && steps[0]?.advance.on !== "next") {
    broken.push({
      path: ["steps", 0, "advance"],
      allowed: '"next", because a warning waits for nothing',
    });
  }
  return broken;
}

function ofStep({ advance, actions = [] }: Step, of: number): Broken[] {
  const broken: Broken[] = [];
  if (advance.on === "until") {
    const { error } = ResultCondition.safeParse(advance.condition);
    const allowed = error?.issues[0]?.message;
    if (allowed) broken.push({ path: ["advance", "condition"], allowed });
  }
  actions.forEach(({ type }, index) => {
    if (type === "link" || of === 1) return;
    const allowed = '"link", because another guide would take the place of this one';
    broken.push({ path: ["actions", index, "type"], allowed });
  });
  return broken;
}

function ofItem({ anchor, advance, branch, onMissing }: Step): Broken[] {
  const broken: Broken[] = [];
  const say = (allowed: string, ...path: string[]) => broken.push({ path, allowed });
  if (anchor) say("no anchor: an action can start a guide that points at something", "anchor");
  if (branch) say("no branch, because items are done in any order", "branch");
  if (onMissing) say("nothing, because an item looks for nothing", "onMissing");
  if (advance.on !== "until") say('"until", because an item is done by its condition', "advance");
  else if (!isHistory(advance.condition)) {
    say("what is known of the person: everything but page and element", "advance", "condition");
  }
  return broken;
}

/** What is decided without a page. */
function isHistory(condition: Condition): boolean {
  switch (condition.type) {
    case "all":
    case "any":
      return condition.of.every(isHistory);
    case "not":
      return isHistory(condition.of);
    default:
      return condition.type !== "page" && condition.type !== "element";
  }
}
