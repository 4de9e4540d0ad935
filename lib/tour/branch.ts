import type { Condition } from "../model/condition.ts";
import type { Answer, Branch } from "../model/question.ts";

/** Whether a condition holds where the run is now. */
export type Judge = (condition: Condition) => boolean;

/** Index of the step that a step leads to; as many as there are: the end. It is always a later one. */
export function stepAfter(
  steps: readonly { id: string; branch: readonly Branch[] }[],
  at: number,
  answer: Answer | null,
  judge: Judge,
): number {
  const taken = steps[at]?.branch.find(
    ({ when, condition }) =>
      (!when || (answer !== null && fits(when, answer))) && (!condition || judge(condition)),
  );
  if (!taken) return at + 1;
  const to = steps.findIndex(({ id }) => id === taken.to);
  return to > at ? to : steps.length;
}

function fits({ atLeast, atMost, anyOf }: NonNullable<Branch["when"]>, { value }: Answer): boolean {
  if (typeof value === "number") {
    return anyOf === undefined && value >= (atLeast ?? value) && value <= (atMost ?? value);
  }
  const chosen = typeof value === "string" ? [value] : value;
  return anyOf?.some((id) => chosen.includes(id)) ?? false;
}

/**
 * The steps that a person has gone through on the way to a step, by index, from those that were completed, by when
 * each last was. Who went back and another way has not gone through what they left.
 */
export function wayTo(
  steps: readonly { id: string }[],
  done: readonly string[],
  at: number,
): number[] {
  const way: number[] = [];
  for (const id of done.toReversed()) {
    const index = steps.findIndex((step) => step.id === id);
    if (index < 0 || index >= at) continue;
    if (index >= (way[0] ?? at)) break;
    way.unshift(index);
  }
  return way;
}
