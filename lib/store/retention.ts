import { dayOf } from "../signal/day.ts";
import { countEvents, readChunks } from "./history.ts";
import { getMeta, readMeta, setMeta, writeMeta } from "./meta.ts";
import type { Chunk, Store } from "./schema.ts";

const DAY_MS = 86_400_000;

/** Records in one transaction: what comes in meanwhile waits no longer than that takes. */
const SLICE = 100;

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

/** Forgets what is too old, once a day; it may be ended at any point. Returns how many events went. */
export async function forgetOld(
  store: Store,
  now: number,
  retention: Retention = RETENTION,
): Promise<number> {
  const before = await getMeta(store, "sweptAt");
  if (before !== undefined && now >= before && now - before < DAY_MS) return 0;
  const gone = await forgetEvents(store, now - retention.eventDays * DAY_MS, retention.events);
  await forgetCounts(store, now - retention.countDays * DAY_MS);
  await setMeta(store, "sweptAt", now);
  return gone;
}

/** A record goes when all its events are too old: one that came late stays with those it came with. */
async function forgetEvents(store: Store, since: number, most: number): Promise<number> {
  let left = await countEvents(store);
  const old: Chunk[] = [];
  for await (const chunk of readChunks(store.transaction("chunks").store)) {
    if (left <= most && chunk.events.some(({ ts }) => ts >= since)) continue;
    left -= chunk.events.length;
    old.push(chunk);
  }
  for (let at = 0; at < old.length; at += SLICE) await forget(store, old.slice(at, at + SLICE));
  return old.reduce((sum, { events }) => sum + events.length, 0);
}

async function forget(store: Store, chunks: readonly Chunk[]): Promise<void> {
  const transaction = store.transaction(["meta", "chunks"], "readwrite");
  const meta = transaction.objectStore("meta");
  const before = (await readMeta(meta, "forgotten")) ?? 0;
  const newest = chunks.flatMap(({ events }) => events).map(({ ts }) => ts);
  await writeMeta(meta, "forgotten", Math.max(before, ...newest));
  for (const { n } of chunks) await transaction.objectStore("chunks").delete(n as number);
  await transaction.done;
}

async function forgetCounts(store: Store, since: number): Promise<void> {
  const transaction = store.transaction(["daily", "showings"], "readwrite");
  const [daily, showings] = [transaction.objectStore("daily"), transaction.objectStore("showings")];
  const first = dayOf(since);
  for (const key of await daily.getAllKeys()) if (key[2] < first) await daily.delete(key);
  for (const key of await showings.getAllKeys()) if (key[1] < since) await showings.delete(key);
  await transaction.done;
}
