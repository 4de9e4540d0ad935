import type { Guide, Step } from "../model/guide.ts";
import { changedSettings, type Setting } from "./diff.ts";
import { type Edited, settle } from "./edited.ts";
import { same } from "./same.ts";
import { keepWays } from "./ways.ts";

export type Side = "mine" | "theirs";

/** Something that two authors left in different ways. `step`: what is in it, or that it is there; `order`: of steps that both have. */
export type Part =
  | { kind: "step"; id: string }
  | { kind: "setting"; name: Setting }
  | { kind: "order" };

export interface Difference {
  part: Part;
  /** Who changed it since both began; null: both did, or nobody knows, so that somebody has to choose. */
  changedBy: Side | null;
}

export type Choice = Readonly<Record<string, Side>>;

/** Everything in which two versions differ. `base`: what both began with, if it is known. */
export function differences(base: Guide | null, mine: Guide, theirs: Guide): Difference[] {
  const difference = (part: Part, read: (guide: Guide) => unknown): Difference[] => {
    if (same(read(mine), read(theirs))) return [];
    if (!base) return [{ part, changedBy: null }];
    const changed = [mine, theirs].map((guide) => !same(read(base), read(guide)));
    const changedBy = changed[0] === changed[1] ? null : changed[0] ? "mine" : "theirs";
    return [{ part, changedBy }];
  };
  const ids = new Set([...mine.steps, ...theirs.steps].map(({ id }) => id));
  const common = idsOf(mine).filter((id) => stepOf(theirs, id));
  return [
    ...changedSettings(mine, theirs).flatMap((name) =>
      difference({ kind: "setting", name }, (guide) => guide[name]),
    ),
    ...difference({ kind: "order" }, (guide) => idsOf(guide).filter((id) => common.includes(id))),
    ...[...ids].flatMap((id) => difference({ kind: "step", id }, (guide) => stepOf(guide, id))),
  ];
}

export function nameOfPart(part: Part): string {
  if (part.kind === "order") return "order";
  return part.kind === "step" ? `step:${part.id}` : `setting:${part.name}`;
}

/** What needs no decision: each part as the only one who changed it left it. */
export function decided(found: readonly Difference[]): Choice {
  return Object.fromEntries(
    found.flatMap(({ part, changedBy }) => (changedBy ? [[nameOfPart(part), changedBy]] : [])),
  );
}

/** One guide of two: each part in which they differ as chosen, theirs where nothing is chosen. */
export function reconcile(mine: Guide, theirs: Guide, choice: Choice): Edited {
  const sideOf = (part: Part): Side => choice[nameOfPart(part)] ?? "theirs";
  const pick = (part: Part) => (sideOf(part) === "mine" ? mine : theirs);
  const settings = changedSettings(mine, theirs).map(
    (name) => [name, pick({ kind: "setting", name })[name]] as const,
  );
  const [leading, other] = sideOf({ kind: "order" }) === "mine" ? [mine, theirs] : [theirs, mine];
  const chosen = (id: string) => stepOf(pick({ kind: "step", id }), id);
  const steps = leading.steps.flatMap(({ id }) => chosen(id) ?? []);
  other.steps.forEach(({ id }, index) => {
    const step = stepOf(leading, id) ? undefined : chosen(id);
    if (!step) return;
    const before = new Set(other.steps.slice(0, index).map((one) => one.id));
    steps.splice(steps.findLastIndex((one) => before.has(one.id)) + 1, 0, step);
  });
  const kept = keepWays(steps);
  const whole = Object.entries({ ...theirs, ...Object.fromEntries(settings) });
  const guide = Object.fromEntries(whole.filter(([, value]) => value !== undefined)) as Guide;
  return settle(theirs, { ...guide, steps: kept.steps }, kept.lost);
}

function idsOf({ steps }: Guide): string[] {
  return steps.map(({ id }) => id);
}

function stepOf({ steps }: Guide, id: string): Step | undefined {
  return steps.find((step) => step.id === id);
}
