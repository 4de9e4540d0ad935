import type { Usage } from "../../model/signal.ts";
import { DAY_MS, type DayUse, dayOf, daysIn, idsOf } from "../day.ts";
import { becameAt } from "../since.ts";
import { isEntitled, type Reading, type World } from "../world.ts";

/**
 * Breadth: used of entitled features; depth: uses a day on which any was used. Over the last `within` (28 days), counting
 * today; a feature that the plan does not include is in neither sum. V18 of docs/spec/signals.md.
 */
export function readUsage(
  { group, within = "28d" }: Usage,
  { now, days, features, plan }: World,
): Reading {
  const today = dayOf(now);
  const span = daysIn(within);
  const entitled = new Set(
    features
      .filter((one) => (group === undefined || one.group === group) && isEntitled(one, plan))
      .map(({ id }) => id),
  );
  const uses = days.filter((use) => entitled.has(use.feature) && use.day <= today);
  /** The uses of the window that ends with the day, or of the one before if it has more features: V14. */
  const inWindow = (day: number, until: number) => {
    const known = uses.filter((use) => use.day <= day && use.first <= until);
    const ending = (end: number) => known.filter((use) => use.day > end - span && use.day <= end);
    const [latest, before] = [ending(day), ending(day - 1)];
    return firstOfEach(latest).size >= firstOfEach(before).size ? latest : before;
  };
  const valueOn = (day: number, until: number) =>
    entitled.size === 0 ? null : firstOfEach(inWindow(day, until)).size / entitled.size;

  const recent = inWindow(today, Number.POSITIVE_INFINITY);
  const total = recent.reduce((sum, { count }) => sum + count, 0);
  const activeDays = new Set(recent.map(({ day }) => day)).size;
  return {
    value: valueOn(today, Number.POSITIVE_INFINITY),
    since: becameAt(valueOn, uses, today),
    evidence: idsOf([...firstOfEach(recent).values()]),
    detail: {
      used: firstOfEach(recent).size,
      entitled: entitled.size,
      uses: total,
      activeDays,
      perActiveDay: activeDays === 0 ? null : total / activeDays,
    },
    due: recent.length > 0 ? (today + 1) * DAY_MS : null,
  };
}

/** The first use of each feature. */
function firstOfEach(uses: readonly DayUse[]): Map<string, DayUse> {
  const firsts = new Map<string, DayUse>();
  for (const use of uses) {
    const known = firsts.get(use.feature);
    if (!known || use.first < known.first) firsts.set(use.feature, use);
  }
  return firsts;
}
