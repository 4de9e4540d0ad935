import { type Found, pointing } from "../../lib/exchange/imported.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { ImportTarget } from "../../lib/model/import-target.ts";
import type { Lookup } from "../../lib/model/lookup.ts";
import type { OpenImport } from "./import-ports.ts";
import type { AskedTarget } from "./import-state.ts";

/** The targets that are still open, in the order of the steps. */
export function askedOf(
  record: OpenImport,
  guide: Guide,
  looks: ReadonlyMap<string, Lookup>,
): AskedTarget[] {
  return record.open.flatMap((target) => {
    const index = guide.steps.findIndex(({ id }) => id === target.step);
    const step = guide.steps[index];
    if (!step) return [];
    return [{ target, number: index + 1, title: step.title, lookup: looks.get(target.step) }];
  });
}

/** The one to ask about next: the first from `after` on that was found, else the first that is left. */
export function nextOf(asked: readonly AskedTarget[], after: number): string | null {
  const found = asked.filter(({ lookup }) => lookup && "sample" in lookup);
  const next = found.find(({ number }) => number >= after) ?? found[0] ?? asked[0];
  return next?.target.step ?? null;
}

/** Puts what was confirmed into a draft as it is now; a step that its author took out meanwhile stays out. */
export function confirmed(target: ImportTarget, found: Found): (draft: Guide) => Guide {
  return (draft) => ({
    ...draft,
    steps: draft.steps.map((step) =>
      step.id === target.step ? pointing(step, target, found) : step,
    ),
  });
}

export function selectorsOf({ selector, others = [] }: ImportTarget): string[] {
  return [selector, ...others];
}
