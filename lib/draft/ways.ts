import type { Step } from "../model/guide.ts";
import type { Lost } from "./edited.ts";

/** Branches that do not lead to a later step any more are left behind, and said. */
export function keepWays(steps: readonly Step[]): { steps: Step[]; lost: Lost[] } {
  const place = new Map(steps.map(({ id }, index) => [id, index]));
  const lost: Lost[] = [];
  const kept = steps.map((step, index) => {
    if (!step.branch) return step;
    const branch = step.branch.filter(({ to }) => to === null || (place.get(to) ?? -1) > index);
    if (branch.length === step.branch.length) return step;
    lost.push({ step: step.id, code: "branch" });
    return withBranches(step, branch);
  });
  return { steps: kept, lost };
}

export function withBranches(step: Step, branch: NonNullable<Step["branch"]>): Step {
  const { branch: _, ...rest } = step;
  return branch.length > 0 ? { ...rest, branch } : rest;
}
