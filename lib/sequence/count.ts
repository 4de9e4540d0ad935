import type { CountCondition } from "../model/condition.ts";
import { durationMs } from "../model/duration.ts";
import type { OrderedEvent } from "./event.ts";

/** Times (epoch ms) of the newest uses, oldest first: one more than `value`, which tells any answer from the others. */
export type CountState = readonly number[];

/** Takes a use of the condition's feature that comes after all taken before. */
export function advanceCount(
  { value }: CountCondition,
  state: CountState,
  { ts }: OrderedEvent,
): CountState {
  return [...state, ts].slice(-(value + 1));
}

/** Uses in the window that ends at `now`, inclusive at both ends; beyond `value` they are not counted on. */
export function countAt(condition: CountCondition, state: CountState, now: number): number {
  return inWindow(condition, state, now).length;
}

export function compareCount({ op, value }: CountCondition, count: number): boolean {
  switch (op) {
    case "eq":
      return count === value;
    case "gt":
      return count > value;
    case "gte":
      return count >= value;
    case "lt":
      return count < value;
    case "lte":
      return count <= value;
  }
}

/** When the answer changes if the feature is not used again, epoch ms; null: never. */
export function countDue(condition: CountCondition, state: CountState, now: number): number | null {
  const left = inWindow(condition, state, now);
  const answer = compareCount(condition, left.length);
  const at = left.findIndex(
    (ts, n) => left[n + 1] !== ts && compareCount(condition, left.length - n - 1) !== answer,
  );
  return at < 0 ? null : (left[at] as number) + durationMs(condition.within) + 1;
}

function inWindow({ within }: CountCondition, state: CountState, now: number): CountState {
  const length = durationMs(within);
  return state.filter((ts) => now - ts <= length);
}
