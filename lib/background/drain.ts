import { CapturedEvent } from "../model/event.ts";
import { parse } from "../model/parse.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { type Ingested, ingest } from "../store/ingest.ts";
import { getMeta, setMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import type { Platform } from "./platform.ts";

/** Events taken in one transaction. */
const BATCH = 2_000;

/**
 * Moves captured events from `storage.local` into the database until none waits. One run at a time; a call
 * during a run makes it look once more. A key goes only after its transaction is complete, and keys of a
 * transaction that a killed worker could not clean up go first. I1 to I3 of docs/spec/events.md.
 */
export function createDrain(
  platform: Platform,
  store: Store,
  onIngested: (ingested: Ingested) => Promise<void>,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  const run = async () => {
    try {
      do {
        again = false;
        while (await drainOnce(platform, store, onIngested)) again = false;
      } while (again);
    } finally {
      running = undefined;
    }
  };

  return () => {
    again = true;
    running ??= run();
    return running;
  };
}

/** True if it moved something, so that more may wait. */
async function drainOnce(
  platform: Platform,
  store: Store,
  onIngested: (ingested: Ingested) => Promise<void>,
): Promise<boolean> {
  const items = await platform.local.getAll();
  const waiting = Object.keys(items).filter((key) => key.startsWith(EVENT_KEY));
  if (waiting.length === 0) return false;

  const known = new Set(await getMeta(store, "ingested"));
  const done = waiting.filter((key) => known.has(key.slice(EVENT_KEY.length)));
  if (done.length > 0) await platform.local.remove(done);

  const keys = waiting.filter((key) => !done.includes(key)).slice(0, BATCH);
  const events: CapturedEvent[] = [];
  const unreadable: string[] = [];
  for (const key of keys) {
    const parsed = parse(CapturedEvent, items[key]);
    if (parsed.ok && EVENT_KEY + parsed.value.id === key) events.push(parsed.value);
    else unreadable.push(key);
  }
  if (unreadable.length > 0) {
    const before = (await getMeta(store, "unreadable")) ?? 0;
    await setMeta(store, "unreadable", before + unreadable.length);
    await platform.local.remove(unreadable);
  }
  if (events.length === 0) return waiting.length > 0;

  const { version } = platform;
  const ingested = await ingest(store, events, { version, now: platform.now() });
  await platform.local.remove(events.map(({ id }) => EVENT_KEY + id));
  await onIngested(ingested);
  return true;
}
