import type { SignalScalar } from "../model/signal-value.ts";
import { DAY_MS, type DayUse, least } from "./day.ts";

/**
 * The value as of a UTC day, if of the uses only those with `first` up to `until` are known. Within a day more uses never
 * take back what fewer had made of it.
 */
export type ValueOn = (day: number, until: number) => SignalScalar;

/**
 * When a value that is worked out from days became what it is: the first use, on its day, that made it so, or the
 * beginning of the day when only time did. V14 of docs/spec/signals.md. Null where nothing was used, and of null.
 */
export function becameAt(valueOn: ValueOn, uses: readonly DayUse[], today: number): number | null {
  const atEnd = (day: number) => valueOn(day, Number.POSITIVE_INFINITY);
  const atStart = (day: number) => valueOn(day, day * DAY_MS);
  const value = atEnd(today);
  const past = uses.filter(({ day }) => day <= today);
  if (value === null || past.length === 0) return null;
  const first = least(past.map(({ day }) => day));
  for (let day = today; day >= first; day--) {
    if (atStart(day) !== value) {
      const times = past.filter((use) => use.day === day).map((use) => use.first);
      return least(times.filter((at) => valueOn(day, at) === value));
    }
    if (day === first || atEnd(day - 1) !== value) return day * DAY_MS;
  }
  return null;
}
