import type { StoredEvent } from "../model/event.ts";
import type { DailyUse } from "./schema.ts";
import type { IngestTransaction } from "./transaction.ts";

const DAY_MS = 86_400_000;

/**
 * Adds a person's events to their daily counts, or takes them out with `sign` -1. Sums in memory first: one read
 * and one write a day and feature, not one an event.
 */
export async function addToDays(
  transaction: IngestTransaction,
  events: readonly StoredEvent[],
  person: string,
  sign: 1 | -1,
): Promise<void> {
  const daily = transaction.objectStore("daily");
  const sums = new Map<string, DailyUse>();
  for (const event of events) {
    if (event.kind !== "feature") continue;
    const { feature, ts } = event;
    const day = Math.floor(ts / DAY_MS);
    const sum = sums.get(`${feature} ${day}`) ??
      (await daily.get([person, feature, day])) ?? {
        person,
        feature,
        day,
        count: 0,
        first: ts,
        last: ts,
      };
    sums.set(`${feature} ${day}`, {
      ...sum,
      count: sum.count + sign,
      first: Math.min(sum.first, ts),
      last: Math.max(sum.last, ts),
    });
  }
  for (const sum of sums.values()) {
    if (sum.count > 0) await daily.put(sum);
    else await daily.delete([person, sum.feature, sum.day]);
  }
}
