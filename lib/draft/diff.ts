import type { Guide, Step } from "../model/guide.ts";
import { same } from "./same.ts";

/** Fields that guides have beside their steps. */
export type Setting = Exclude<keyof Guide, "format" | "id" | "steps">;
export type StepField = Exclude<keyof Step, "id">;

/** What happened to a step on the way from one version to another. */
export interface StepChange {
  id: string;
  before: Step | null;
  after: Step | null;
  /** Empty for one that came or went. */
  fields: readonly StepField[];
  /** Its place among the steps that both have changed. */
  moved: boolean;
}

export interface GuideDiff {
  settings: readonly Setting[];
  /** In the order of the newer version; those that went stand after the one they followed. */
  steps: readonly StepChange[];
}

/** How a guide became another version of itself. Steps are the same if their ids are. */
export function diffGuides(before: Guide, after: Guide): GuideDiff {
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const now = new Set(after.steps.map(({ id }) => id));
  const stayed = longestRun(
    before.steps.flatMap(({ id }) => (now.has(id) ? [id] : [])),
    after.steps.flatMap(({ id }) => (old.has(id) ? [id] : [])),
  );
  const steps: StepChange[] = after.steps.flatMap((step) => {
    const was = old.get(step.id) ?? null;
    const fields = was ? changedFields(was, step) : [];
    const moved = was !== null && !stayed.has(step.id);
    const plain = was && fields.length === 0 && !moved;
    return plain ? [] : [{ id: step.id, before: was, after: step, fields, moved }];
  });
  const gone = before.steps.flatMap((step) =>
    now.has(step.id) ? [] : [{ id: step.id, before: step, after: null, fields: [], moved: false }],
  );
  return { settings: changedSettings(before, after), steps: [...steps, ...gone] };
}

export function isSame({ settings, steps }: GuideDiff): boolean {
  return settings.length === 0 && steps.length === 0;
}

export function changedSettings(before: Guide, after: Guide): Setting[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const key of ["format", "id", "steps"]) keys.delete(key);
  return ([...keys] as Setting[]).filter((key) => !same(before[key], after[key]));
}

export function changedFields(before: Step, after: Step): StepField[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  keys.delete("id");
  return ([...keys] as StepField[]).filter((key) => !same(before[key], after[key]));
}

/** Of two orders of the same ids, a longest part that is in the same order in both: what was not moved. */
function longestRun(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const best: { length: number; previous: number }[] = [];
  let end = -1;
  after.forEach((id, index) => {
    let [length, previous] = [1, -1];
    for (let earlier = 0; earlier < index; earlier++) {
      const fits = (place.get(after[earlier] ?? "") ?? 0) < (place.get(id) ?? 0);
      const known = best[earlier]?.length ?? 0;
      if (fits && known + 1 > length) [length, previous] = [known + 1, earlier];
    }
    best.push({ length, previous });
    if (length > (best[end]?.length ?? 0)) end = index;
  });
  const run = new Set<string>();
  for (let at = end; at >= 0; at = best[at]?.previous ?? -1) run.add(after[at] ?? "");
  return run;
}
