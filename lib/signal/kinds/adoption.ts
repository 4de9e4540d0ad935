import type { Adoption } from "../../model/signal.ts";
import { DAY_MS, type DayUse, dayOf, daysIn, firstUses } from "../day.ts";
import { createDayWindow } from "../day-window.ts";
import { becameAt } from "../since.ts";
import { isEntitled, type Reading, type World } from "../world.ts";

/** Where a definition says nothing. */
export const ADOPTION = {
  adopted: { times: 3, days: 2, within: "28d" },
  habitual: { days: 8, within: "28d" },
} as const;

/**
 * How far somebody has taken up a feature: unused, tried (used at all), adopted (used `times` times on `days` days that
 * lie within `within`; for good), habitual (used on `days` of the last days). V17 of docs/spec/signals.md.
 */
export function readAdoption(
  { feature, adopted = ADOPTION.adopted, habitual = ADOPTION.habitual }: Adoption,
  { now, days, features, plan }: World,
): Reading {
  const today = dayOf(now);
  const uses = days
    .filter((use) => use.feature === feature && use.day <= today)
    .toSorted((a, b) => a.day - b.day);
  const entitled = isEntitled(
    features.find(({ id }) => id === feature),
    plan,
  );
  const span = daysIn(habitual.within);
  const window = createDayWindow(uses);
  /** Of the window that ends with the day, or of the one before if it has more: V14. */
  const habitOn = (day: number, until: number) =>
    Math.max(window.count(day, span, until), window.count(day - 1, span, until));
  const firstAt = uses[0]?.first ?? Number.POSITIVE_INFINITY;
  const reached = firstStretch(uses, adopted);
  const adoptedAt = reached?.at(-1)?.first ?? Number.POSITIVE_INFINITY;

  const valueOn = (day: number, until: number) => {
    if (!entitled) return null;
    const isPast = (at: number) => at <= until && dayOf(at) <= day;
    if (habitOn(day, until) >= habitual.days) return "habitual";
    if (isPast(adoptedAt)) return "adopted";
    return isPast(firstAt) ? "tried" : "unused";
  };
  const value = valueOn(today, Number.POSITIVE_INFINITY);
  const evidenceOf = {
    habitual: uses.filter(({ day }) => day > today - 1 - span),
    adopted: reached ?? [],
    tried: uses.slice(0, 1),
    unused: [],
  };
  return {
    value,
    since: becameAt(valueOn, uses, today),
    evidence: firstUses(evidenceOf[value ?? "unused"]),
    detail: {
      uses: uses.reduce((sum, { count }) => sum + count, 0),
      days: uses.length,
      firstAt: uses[0]?.first ?? null,
      lastAt: uses.at(-1)?.last ?? null,
      entitled,
    },
    // Only a habit ends by itself.
    due: value === "habitual" ? (today + 1) * DAY_MS : null,
  };
}

/** The uses of the first stretch of days that is enough; `uses` by day. */
function firstStretch(
  uses: readonly DayUse[],
  { times, days, within }: { times: number; days: number; within: string },
): DayUse[] | null {
  const span = daysIn(within);
  let from = 0;
  let count = 0;
  for (const [to, use] of uses.entries()) {
    count += use.count;
    for (let first = uses[from]; first && first.day <= use.day - span; first = uses[from]) {
      count -= first.count;
      from++;
    }
    if (count >= times && to - from + 1 >= days) return uses.slice(from, to + 1);
  }
  return null;
}
