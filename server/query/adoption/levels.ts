import { daysIn } from "../../../lib/signal/day.ts";
import { ADOPTION } from "../../../lib/signal/kinds/adoption.ts";
import { mostDays } from "../../usage/day-bits.ts";
import type { DayUses } from "../../usage/read-uses.ts";

const { adopted, habitual } = ADOPTION;
const ADOPTED_WITHIN = daysIn(adopted.within);
const HABITUAL_WITHIN = daysIn(habitual.within);
/** A day before all others. */
const NEVER = -(2 ** 30);

/**
 * How far each person took up a feature, as `readAdoption` of lib/signal works it out: 0 unused, 1 tried, 2 adopted, 3
 * habitual. `days`: of that feature, oldest first, none after today. Whoever has the habit is found first. Of the others in one
 * pass: the window that ends with a day is fulfilled if the oldest of the newest `times` uses, and the oldest of the newest `days`
 * days, lie in it.
 */
export function levelsOf(
  days: readonly DayUses[],
  { size, today }: { size: number; today: number },
): Uint8Array {
  const levels = new Uint8Array(size);
  const lately = new Int32Array(size);
  for (const { day, people } of days) {
    if (today - day > HABITUAL_WITHIN) continue;
    const bit = 1 << (today - day);
    for (const person of people) lately[person] = (lately[person] as number) | bit;
  }
  for (let person = 0; person < size; person++) {
    if (mostDays(lately[person] as number, HABITUAL_WITHIN) >= habitual.days) levels[person] = 3;
  }
  const newestUses = new Int32Array(size * adopted.times).fill(NEVER);
  const newestDays = new Int32Array(size * adopted.days).fill(NEVER);
  for (const { day, people, counts } of days) {
    const before = day - ADOPTED_WITHIN;
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as number;
      if ((levels[person] as number) >= 2) continue;
      // A device and the person whose it is, on one day, are one.
      if (newestDays[person * adopted.days] !== day) {
        push(newestDays, person, adopted.days, day);
      }
      push(newestUses, person, adopted.times, day, counts[index] as number);
      const isAdopted =
        (newestUses[(person + 1) * adopted.times - 1] as number) > before &&
        (newestDays[(person + 1) * adopted.days - 1] as number) > before;
      levels[person] = isAdopted ? 2 : 1;
    }
  }
  return levels;
}

/** Puts a value, some times, in front of the `length` values of a person; the last ones fall out. */
function push(values: Int32Array, person: number, length: number, value: number, times = 1): void {
  const at = person * length;
  for (let place = length - 1; place >= 0; place--) {
    values[at + place] = place < times ? value : (values[at + place - times] as number);
  }
}
