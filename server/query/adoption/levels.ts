import { daysIn } from "../../../lib/signal/day.ts";
import { ADOPTION } from "../../../lib/signal/kinds/adoption.ts";
import type { DayUses } from "../../usage/read-uses.ts";

const { adopted, habitual } = ADOPTION;
const ADOPTED_WITHIN = daysIn(adopted.within);
const HABITUAL_WITHIN = daysIn(habitual.within);
/** A day before all others. */
const NEVER = -(2 ** 30);

/**
 * How far each person took up a feature, as `readAdoption` of lib/signal works it out: 0 unused, 1 tried, 2 adopted, 3
 * habitual. `days`: of that feature, oldest first. In one pass: the window that ends with a day is fulfilled if the oldest of
 * the newest `times` uses, and the oldest of the newest `days` days, lie in it.
 */
export function levelsOf(
  days: readonly DayUses[],
  { size, today }: { size: number; today: number },
): Uint8Array {
  const levels = new Uint8Array(size);
  const newestUses = new Int32Array(size * adopted.times).fill(NEVER);
  const newestDays = new Int32Array(size * adopted.days).fill(NEVER);
  /** Days in the window that ends today, and in the one that ended yesterday. */
  const now = new Uint8Array(size);
  const before = new Uint8Array(size);
  for (const { day, people, counts } of days) {
    const isNow = day > today - HABITUAL_WITHIN ? 1 : 0;
    const wasBefore = day >= today - HABITUAL_WITHIN && day < today ? 1 : 0;
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as number;
      const isDone = levels[person] === 2;
      if (isDone && isNow + wasBefore === 0) continue;
      // A device and the person whose it is, on one day, are one.
      if (newestDays[person * adopted.days] !== day) {
        push(newestDays, person * adopted.days, adopted.days, day);
        now[person] = (now[person] as number) + isNow;
        before[person] = (before[person] as number) + wasBefore;
      }
      if (isDone) continue;
      for (let left = Math.min(counts[index] as number, adopted.times); left > 0; left--) {
        push(newestUses, person * adopted.times, adopted.times, day);
      }
      const isAdopted =
        (newestUses[(person + 1) * adopted.times - 1] as number) > day - ADOPTED_WITHIN &&
        (newestDays[(person + 1) * adopted.days - 1] as number) > day - ADOPTED_WITHIN;
      levels[person] = isAdopted ? 2 : 1;
    }
  }
  for (let person = 0; person < size; person++) {
    const most = Math.max(now[person] as number, before[person] as number);
    if (most >= habitual.days) levels[person] = 3;
  }
  return levels;
}

/** Puts a value in front of `length` values from `at` on; the last one falls out. */
function push(values: Int32Array, at: number, length: number, value: number): void {
  for (let place = at + length - 1; place > at; place--)
    values[place] = values[place - 1] as number;
  values[at] = value;
}
