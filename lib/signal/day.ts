import { durationMs } from "../model/duration.ts";

export const DAY_MS = 86_400_000;

/** UTC day number of a time: whole days since 1970-01-01. UTC knows no summer time, so every day is as long. */
export function dayOf(ts: number): number {
  return Math.floor(ts / DAY_MS);
}

/** How many days a window of whole days has. */
export function daysIn(duration: string): number {
  return Math.ceil(durationMs(duration) / DAY_MS);
}

/** What a person did with one feature on one UTC day. */
export interface DayUse {
  feature: string;
  day: number;
  count: number;
  /** Times of the first and last use of the day, epoch ms. */
  first: number;
  last: number;
  /** Id of the first use; unknown of what was counted by an earlier version. */
  firstId?: string;
}

/** The least of many numbers; of none it is Infinity. */
export function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/** Ids of the first use of each day, oldest first, at most the newest 128. */
export function firstUses(uses: readonly DayUse[]): string[] {
  const byDay = new Map<number, DayUse>();
  for (const use of uses) {
    const known = byDay.get(use.day);
    if (!known || comesBefore(use, known)) byDay.set(use.day, use);
  }
  return idsOf([...byDay.values()]);
}

/** Ids of the first uses, oldest first, at most the newest 128. */
export function idsOf(uses: readonly DayUse[]): string[] {
  const ordered = uses.toSorted((a, b) => (comesBefore(a, b) ? -1 : 1));
  return ordered.flatMap(({ firstId }) => firstId ?? []).slice(-128);
}

function comesBefore(a: DayUse, b: DayUse): boolean {
  return a.first !== b.first ? a.first < b.first : a.feature < b.feature;
}
