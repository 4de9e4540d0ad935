import { decide } from "../decide/decide.ts";
import type { Facts } from "../decide/facts.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Guide, Step } from "../model/guide.ts";

type Action = NonNullable<Step["actions"]>[number];

/** Some step of it leads to another guide. */
export function leadsOn({ steps }: Guide): boolean {
  return steps.some(({ actions }) => actions?.some(({ type }) => type === "guide"));
}

/** The guide without actions that lead to guides which the person could not start now. */
export function withPossible(guide: Guide, { guides }: Bundle, facts: Facts): Guide {
  const isPossible = (action: Action) => {
    if (action.type === "link") return true;
    const other = guides.find(({ body }) => body.id === action.guide)?.body;
    return other !== undefined && decide(other, facts, "manual").due;
  };
  const steps = guide.steps.map((step) =>
    step.actions ? { ...step, actions: step.actions.filter(isPossible) } : step,
  );
  return { ...guide, steps };
}
