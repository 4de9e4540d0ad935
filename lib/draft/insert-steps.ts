import type { Guide, Step } from "../model/guide.ts";

/**
 * The guide with these steps after the one of that id, at its beginning with null, at its end if there is none of that id. A
 * step whose id the guide has already comes in under another.
 */
export function insertSteps(guide: Guide, after: string | null, steps: readonly Step[]): Guide {
  const place = guide.steps.findIndex(({ id }) => id === after);
  const at = after === null ? 0 : place === -1 ? guide.steps.length : place + 1;
  const taken = new Set(guide.steps.map(({ id }) => id));
  return { ...guide, steps: guide.steps.toSpliced(at, 0, ...steps.map((step) => fresh(step))) };

  function fresh(step: Step): Step {
    let id = step.id;
    for (let again = 2; taken.has(id); again++) id = `${step.id}-${again}`;
    taken.add(id);
    return { ...step, id };
  }
}
