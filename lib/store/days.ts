import type { StoredEvent } from "../model/event.ts";
import { dayOf } from "../signal/day.ts";
import type { DailyUse } from "./schema.ts";
import type { IngestTransaction } from "./transaction.ts";

/**
 * Adds a person's events to their daily counts. Sums in memory first: one read and one write a day and feature, not one an
 * event. True if of some day the first use of a feature is another one now.
 */
export async function addToDays(
  transaction: IngestTransaction,
  events: readonly StoredEvent[],
  person: string,
): Promise<boolean> {
  const daily = transaction.objectStore("daily");
  let isNew = false;
  for (const sum of addUp(events, person).values()) {
    const before = await daily.get([person, sum.feature, sum.day]);
    isNew ||= before === undefined || sum.first < before.first;
    await daily.put(before ? joined(before, sum) : sum);
  }
  return isNew;
}

/** Takes events out of a person's daily counts; `left` are all other events that are still theirs. */
export async function takeFromDays(
  transaction: IngestTransaction,
  events: readonly StoredEvent[],
  person: string,
  left: readonly StoredEvent[],
): Promise<void> {
  const daily = transaction.objectStore("daily");
  const others = addUp(left, person);
  for (const [key, { feature, day, count }] of addUp(events, person)) {
    const before = await daily.get([person, feature, day]);
    const rest = others.get(key);
    if (before && before.count > count) {
      await daily.put({ ...before, ...rest, count: before.count - count });
    } else await daily.delete([person, feature, day]);
  }
}

/** Daily counts of events, by feature and day. */
export function addUp(events: readonly StoredEvent[], person: string): Map<string, DailyUse> {
  const sums = new Map<string, DailyUse>();
  for (const event of events) {
    if (event.kind !== "feature") continue;
    const { feature, ts, id } = event;
    const day = dayOf(ts);
    const one = { person, feature, day, count: 1, first: ts, last: ts, firstId: id };
    const sum = sums.get(`${feature} ${day}`);
    sums.set(`${feature} ${day}`, sum ? joined(sum, one) : one);
  }
  return sums;
}

/** The same whichever comes first. */
function joined(a: DailyUse, b: DailyUse): DailyUse {
  const isFirst = a.first !== b.first ? a.first < b.first : (a.firstId ?? "") <= (b.firstId ?? "");
  const earlier = isFirst ? a : b;
  return { ...earlier, count: a.count + b.count, last: Math.max(a.last, b.last) };
}
