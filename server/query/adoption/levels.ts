import { daysIn } from "../../../lib/signal/day.ts";
import { ADOPTION } from "../../../lib/signal/kinds/adoption.ts";
import type { DayUses } from "../../usage/read-uses.ts";

const { adopted, habitual } = ADOPTION;
const ADOPTED_WITHIN = daysIn(adopted.within);
const HABITUAL_WITHIN = daysIn(habitual.within);

/**
 * How far each person took up a feature, as `readAdoption` of lib/signal works it out: 0 unused, 1 tried, 2 adopted, 3
 * habitual. `days`: of that feature, oldest first.
 */
export function levelsOf(
  days: readonly DayUses[],
  { size, today }: { size: number; today: number },
): Uint8Array {
  // What each person did stands together, oldest first: from `starts[person]` until before `ends[person]`.
  const ends = new Int32Array(size);
  for (const { people } of days)
    for (const person of people) ends[person] = (ends[person] ?? 0) + 1;
  const starts = new Int32Array(size);
  let all = 0;
  for (let person = 0; person < size; person++) {
    const own = ends[person] ?? 0;
    starts[person] = ends[person] = all;
    all += own;
  }
  const dayOf = new Int32Array(all);
  const countOf = new Int32Array(all);
  for (const { day, people, counts } of days) {
    for (let index = 0; index < people.length; index++) {
      const person = people[index] ?? 0;
      const end = ends[person] ?? 0;
      // A device and the person whose it is, on one day.
      const isSame = end > (starts[person] ?? 0) && dayOf[end - 1] === day;
      const at = isSame ? end - 1 : end;
      if (!isSame) ends[person] = end + 1;
      dayOf[at] = day;
      countOf[at] = (countOf[at] ?? 0) + (counts[index] ?? 0);
    }
  }
  const levels = new Uint8Array(size);
  for (let person = 0; person < size; person++) {
    const [start, end] = [starts[person] ?? 0, ends[person] ?? 0];
    if (start === end) continue;
    const own = { days: dayOf.subarray(start, end), counts: countOf.subarray(start, end) };
    levels[person] = isHabitual(own.days, today) ? 3 : isAdopted(own.days, own.counts) ? 2 : 1;
  }
  return levels;
}

/** In the window that ends today, or in the one that ended yesterday. */
function isHabitual(days: Int32Array, today: number): boolean {
  let [now, before] = [0, 0];
  for (const day of days) {
    if (day > today - HABITUAL_WITHIN) now += 1;
    if (day >= today - HABITUAL_WITHIN && day < today) before += 1;
  }
  return Math.max(now, before) >= habitual.days;
}

function isAdopted(days: Int32Array, counts: Int32Array): boolean {
  let [from, sum] = [0, 0];
  for (let to = 0; to < days.length; to++) {
    sum += counts[to] ?? 0;
    for (; (days[from] ?? 0) <= (days[to] ?? 0) - ADOPTED_WITHIN; from++) sum -= counts[from] ?? 0;
    if (sum >= adopted.times && to - from + 1 >= adopted.days) return true;
  }
  return false;
}
