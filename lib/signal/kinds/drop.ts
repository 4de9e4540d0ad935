import type { Drop } from "../../model/signal.ts";
import { DAY_MS, dayOf, firstUses, least } from "../day.ts";
import type { Reading, World } from "../world.ts";
import { median, robustScore } from "./spread.ts";

/** Where a definition says nothing. */
export const DROP = { medium: 0.3, high: 0.5, baseline: 10 } as const;

/** Usual weeks that the baseline is the median of; with fewer, nothing is said. */
const BASE_WEEKS = 4;
/** Usual weeks whose spread tells how unlikely a week is. */
const SPREAD_WEEKS = 12;
/** Iglewicz and Hoaglin (1993): modified z-scores beyond 3.5 are outliers. */
const OUTLIER = -3.5;
/** Whole weeks that `detail.weeks` tells of: the newest. */
const TOLD = 12;

/**
 * Whether the last whole week had much fewer uses than the person's own usual week. Weeks run from Monday to Sunday, UTC,
 * so each has every weekday once. Weeks in alarm do not become usual. V21 of docs/spec/signals.md.
 */
export function readDrop(definition: Drop, { now, days }: World): Reading {
  const today = dayOf(now);
  const counted = definition.features && new Set(definition.features);
  const uses = days.filter(
    ({ day, feature }) => day <= today && (!counted || counted.has(feature)),
  );
  const thisWeek = weekOf(today);
  const firstDay = least(uses.map(({ day }) => day));
  // The week of the first use is whole only if it began with it.
  const firstWeek = weekOf(firstDay - 1) + 1;
  const weeks = uses.length === 0 ? [] : countWeeks(uses, firstWeek, thisWeek);
  const judged = judgeWeeks(definition, weeks);
  const last = judged.at(-1);
  const value = last?.level ?? null;
  const differs = judged.findLastIndex(({ level }) => level !== value);
  return {
    value,
    // A week is judged when it is over.
    since: value === null ? null : startOf(firstWeek + differs + 2),
    evidence: firstUses(uses.filter(({ day }) => weekOf(day) === thisWeek - 1)),
    detail: {
      baseline: last?.baseline ?? null,
      current: weeks.at(-1) ?? null,
      change: last?.change ?? null,
      weeks: weeks.slice(-TOLD),
    },
    due: uses.length === 0 ? null : startOf(thisWeek + 1),
  };
}

interface Judged {
  level: "none" | "medium" | "high" | null;
  baseline: number | null;
  /** Part of the baseline that is missing; below zero when there was more. */
  change: number | null;
}

function judgeWeeks(
  { medium = DROP.medium, high = DROP.high, baseline: least = DROP.baseline }: Drop,
  weeks: readonly number[],
): Judged[] {
  const usual: number[] = [];
  return weeks.map((uses) => {
    const baseline = usual.length < BASE_WEEKS ? null : median(usual.slice(-BASE_WEEKS));
    if (baseline === null || baseline < least) {
      usual.push(uses);
      return { level: null, baseline, change: null };
    }
    const change = 1 - uses / baseline;
    const isOutlier = robustScore(uses, usual.slice(-SPREAD_WEEKS)) < OUTLIER;
    const isHigh = change >= high || (change >= medium && isOutlier);
    const level = isHigh ? "high" : change >= medium ? "medium" : "none";
    if (level === "none") usual.push(uses);
    return { level, baseline, change };
  });
}

/** Number of the week, from Monday to Sunday; 1970-01-01 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** Whether the week of `day` is over on `today`: only such weeks are judged. */
export function isWholeWeekOver(day: number, today: number): boolean {
  return weekOf(day) < weekOf(today);
}

function startOf(week: number): number {
  return (week * 7 - 3) * DAY_MS;
}

function countWeeks(
  uses: readonly { day: number; count: number }[],
  from: number,
  to: number,
): number[] {
  const weeks = Array.from({ length: Math.max(0, to - from) }, () => 0);
  for (const { day, count } of uses) {
    const at = weekOf(day) - from;
    if (at >= 0 && at < weeks.length) weeks[at] = (weeks[at] ?? 0) + count;
  }
  return weeks;
}
