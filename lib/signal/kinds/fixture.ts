import { DAY_MS, type DayUse } from "../day.ts";
import type { World } from "../world.ts";

/** A Monday, so that weeks are easy to count; day numbers of the tests are counted from it. */
export const MONDAY = 20_633;

export const at = (day: number, hour = 0): number => (MONDAY + day) * DAY_MS + hour * 3_600_000;

/** `count` uses on each of the days, from nine o'clock to five. */
export function usesOf(feature: string, days: readonly number[], count = 1): DayUse[] {
  return days.map((day) => ({
    feature,
    day: MONDAY + day,
    count,
    first: at(day, 9),
    last: count === 1 ? at(day, 9) : at(day, 17),
    firstId: `${feature}${day}`,
  }));
}

export function worldAt(now: number, days: readonly DayUse[], more: Partial<World> = {}): World {
  return { now, days, features: [], plan: null, ...more };
}
