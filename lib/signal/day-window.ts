import { type DayUse, dayOf } from "./day.ts";

/** The days on which something was used, for counting them in windows without going over all of them. */
export interface DayWindow {
  /** Days of the `span` that end with `end` on which there was a use, if only uses up to `until` (epoch ms) are known. */
  count(end: number, span: number, until: number): number;
}

export function createDayWindow(uses: readonly DayUse[]): DayWindow {
  const firsts = new Map<number, number>();
  for (const { day, first } of uses) firsts.set(day, Math.min(first, firsts.get(day) ?? first));
  const days = [...firsts.keys()].sort((a, b) => a - b);
  return {
    count(end, span, until) {
      const last = Math.min(end, dayOf(until));
      const unknown = (firsts.get(last) ?? until) > until && last > end - span ? 1 : 0;
      return Math.max(0, countUpTo(days, last) - countUpTo(days, end - span)) - unknown;
    },
  };
}

/** How many of the ordered numbers are no greater than `limit`. */
function countUpTo(ordered: readonly number[], limit: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
