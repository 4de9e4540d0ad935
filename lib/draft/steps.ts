import type { Guide, Step } from "../model/guide.ts";
import { type Edited, refuse, settle } from "./edited.ts";
import { freeId } from "./free-id.ts";
import { mainLanguage } from "./languages.ts";
import { judged } from "./outdated.ts";
import { keepWays } from "./ways.ts";

/** So many steps a guide has at most. */
export const STEP_LIMIT = 100;

/** Puts a step after another, or with null at the beginning. Its id is changed if it is taken. */
export function insertStep(guide: Guide, step: Step, after: string | null): Edited {
  return insertSteps(guide, [step], after);
}

/** The same for several, in their order; branches between them stay. */
export function insertSteps(guide: Guide, added: readonly Step[], after: string | null): Edited {
  const at = after === null ? 0 : indexOf(guide, after) + 1;
  if (after !== null && at === 0) return refuse({ code: "no-step" });
  if (guide.steps.length + added.length > STEP_LIMIT) return refuse({ code: "too-many" });
  const taken = new Set(guide.steps.map(({ id }) => id));
  const names = new Map<string, string>();
  for (const { id } of added) {
    const free = freeId(id, taken);
    names.set(id, free);
    taken.add(free);
  }
  const named = added.map((step) => renamed(step, names));
  return withSteps(guide, guide.steps.toSpliced(at, 0, ...named));
}

function renamed(step: Step, names: ReadonlyMap<string, string>): Step {
  const id = names.get(step.id) ?? step.id;
  if (!step.branch) return { ...step, id };
  const to = (target: string | null) => (target === null ? null : (names.get(target) ?? target));
  return { ...step, id, branch: step.branch.map((way) => ({ ...way, to: to(way.to) })) };
}

export function removeStep(guide: Guide, id: string): Edited {
  if (indexOf(guide, id) < 0) return refuse({ code: "no-step" });
  if (guide.steps.length === 1) return refuse({ code: "only-step" });
  return withSteps(
    guide,
    guide.steps.filter((step) => step.id !== id),
  );
}

/** Moves a step so that it stands at that place; beyond the ends is the end. */
export function moveStep(guide: Guide, id: string, to: number): Edited {
  const step = guide.steps.find((one) => one.id === id);
  if (!step) return refuse({ code: "no-step" });
  const others = guide.steps.filter((one) => one !== step);
  return withSteps(guide, others.toSpliced(Math.max(0, to), 0, step));
}

/** A copy right behind the original. */
export function duplicateStep(guide: Guide, id: string): Edited {
  const step = guide.steps.find((one) => one.id === id);
  return step ? insertStep(guide, step, id) : refuse({ code: "no-step" });
}

/** Changes fields of a step; undefined takes one away. Of words that change, translations are outdated. */
export function changeStep(
  guide: Guide,
  id: string,
  change: { [K in keyof Omit<Step, "id">]?: Step[K] | undefined },
): Edited {
  if (indexOf(guide, id) < 0) return refuse({ code: "no-step" });
  const main = mainLanguage(guide);
  const steps = guide.steps.map((step) =>
    step.id === id ? judged(step, assign(step, change), main) : step,
  );
  return withSteps(guide, steps);
}

/** Changes fields of the guide; undefined takes one away. */
export function changeGuide(
  guide: Guide,
  change: {
    [K in keyof Omit<Guide, "format" | "id" | "kind" | "steps">]?: Guide[K] | undefined;
  },
): Edited {
  return settle(guide, assign(guide, change));
}

export function assign<T extends object>(whole: T, change: { [K in keyof T]?: T[K] | undefined }) {
  return Object.fromEntries(
    Object.entries({ ...whole, ...change }).filter(([, value]) => value !== undefined),
  ) as T;
}

/** Other steps in a guide, with the branches that still lead forward. */
export function withSteps(
  guide: Guide,
  steps: readonly Step[],
  lost: Parameters<typeof settle>[2] = [],
): Edited {
  const kept = keepWays(steps);
  return settle(guide, { ...guide, steps: kept.steps }, [...lost, ...kept.lost]);
}

export function indexOf(guide: Guide, id: string): number {
  return guide.steps.findIndex((step) => step.id === id);
}
