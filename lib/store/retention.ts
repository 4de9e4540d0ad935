import { eventCount, readChunks } from "./history.ts";
import { getMeta, setMeta } from "./meta.ts";
import type { Store } from "./schema.ts";

const DAY_MS = 86_400_000;

/** How much of the past stays on the device: I9 of docs/spec/events.md. */
export interface Retention {
  /** Single events, days. */
  eventDays: number;
  /** Single events at most; beyond it the oldest go. */
  events: number;
  /** Daily counts, and what the budget counts, days. */
  countDays: number;
}

export const RETENTION: Retention = { eventDays: 90, events: 100_000, countDays: 400 };

/** Forgets what is too old, once a day; it is harmless to stop it at any point. Returns how many events went. */
export async function forgetOld(
  store: Store,
  now: number,
  retention: Retention = RETENTION,
): Promise<number> {
  const before = await getMeta(store, "forgotAt");
  if (before !== undefined && now >= before && now - before < DAY_MS) return 0;
  const old = await forgetEvents(store, now - retention.eventDays * DAY_MS, retention.events);
  await forgetCounts(store, now - retention.countDays * DAY_MS);
  await setMeta(store, "forgotAt", now);
  return old;
}

/** A batch goes when all its events are too old: those that came late stay with their batch. */
async function forgetEvents(store: Store, since: number, most: number): Promise<number> {
  let kept = await eventCount(store);
  let gone = 0;
  for await (const { n, events } of readChunks(store.transaction("chunks").store)) {
    const isOld = events.every(({ ts }) => ts < since);
    if (!isOld && kept <= most) continue;
    await store.delete("chunks", n as number);
    kept -= events.length;
    gone += events.length;
  }
  return gone;
}

async function forgetCounts(store: Store, since: number): Promise<void> {
  const days = await store.getAllKeys("daily");
  const showings = await store.getAllKeys("showings");
  const { objectStore, done } = store.transaction(["daily", "showings"], "readwrite");
  const first = Math.floor(since / DAY_MS);
  await Promise.all([
    ...days.filter(([, , day]) => day < first).map((key) => objectStore("daily").delete(key)),
    ...showings.filter(([, at]) => at < since).map((key) => objectStore("showings").delete(key)),
    done,
  ]);
}
