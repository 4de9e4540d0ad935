import type { Usage } from "../../model/signal.ts";
import { DAY_MS, type DayUse, dayOf, daysIn, idsOf } from "../day.ts";
import { createDayWindow } from "../day-window.ts";
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
  const windows = [...entitled].map((id) =>
    createDayWindow(uses.filter(({ feature }) => feature === id)),
  );
  const usedIn = (end: number, until: number) =>
    windows.filter((window) => window.count(end, span, until) > 0).length;
  /** Of the window that ends with the day, or of the one before if it has more features: V14. */
  const valueOn = (day: number, until: number) => {
    if (entitled.size === 0) return null;
    return Math.max(usedIn(day, until), usedIn(day - 1, until)) / entitled.size;
  };

  const always = Number.POSITIVE_INFINITY;
  const end = usedIn(today, always) >= usedIn(today - 1, always) ? today : today - 1;
  const recent = uses.filter(({ day }) => day > end - span && day <= end);
  const total = recent.reduce((sum, { count }) => sum + count, 0);
  const activeDays = new Set(recent.map(({ day }) => day)).size;
  return {
    value: valueOn(today, always),
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
