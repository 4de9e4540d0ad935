import { CapturedEvent, type IdentifyEvent } from "../model/event.ts";
import { parse } from "../model/parse.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { type Ingested, ingest } from "../store/ingest.ts";
import { getMeta, setMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { readConsent } from "./consent.ts";
import type { Platform } from "./platform.ts";

/** Events taken in one transaction. */
const BATCH = 2_000;

/**
 * Moves captured events from `storage.local` into the database until none waits. One run at a time; a call
 * during a run makes it look once more. A key goes only after its transaction is complete, and keys of a
 * transaction that a killed worker could not clean up go first. I1 to I3 of docs/spec/events.md.
 *
 * Who is here never stands in `storage.local`, which every connected site can read: it is `said` in a call and takes
 * its place among the events by its time. Whoever said it learns from the promise whether it was stored.
 */
export function createDrain(
  platform: Platform,
  store: Store,
  onIngested: (ingested: Ingested) => Promise<void>,
): (said?: IdentifyEvent) => Promise<void> {
  const told: IdentifyEvent[] = [];
  let running: Promise<void> | undefined;
  let again = false;

  const run = async () => {
    try {
      do {
        again = false;
        while (await drainOnce(platform, store, onIngested, told)) again = false;
      } while (again);
    } finally {
      running = undefined;
    }
  };

  return (said) => {
    if (said) told.push(said);
    again = true;
    running ??= run();
    return running;
  };
}

/** Throws away what waits, unseen: the person wants no trace of it. */
export async function discardCaptured(platform: Platform): Promise<void> {
  const keys = Object.keys(await platform.local.getAll()).filter(isCaptured);
  if (keys.length > 0) await platform.local.remove(keys);
}

const isCaptured = (key: string) => key.startsWith(EVENT_KEY);

/** Moves all that waits now; true if there was something, so that more may have come meanwhile. */
async function drainOnce(
  platform: Platform,
  store: Store,
  onIngested: (ingested: Ingested) => Promise<void>,
  told: IdentifyEvent[],
): Promise<boolean> {
  // Reading takes as long as there is more to read, so a backlog is read once and not once a batch.
  const items = await platform.local.getAll();
  const waiting = Object.keys(items).filter(isCaptured);
  const events: CapturedEvent[] = told.splice(0);
  if (waiting.length + events.length === 0) return false;

  const known = new Set(await getMeta(store, "ingested"));
  const isDone = (key: string) => known.has(key.slice(EVENT_KEY.length));
  const done = waiting.filter(isDone);
  if (done.length > 0) await platform.local.remove(done);

  const unreadable: string[] = [];
  for (const key of waiting) {
    if (isDone(key)) continue;
    const parsed = parse(CapturedEvent, items[key]);
    const isOurs = parsed.ok && EVENT_KEY + parsed.value.id === key;
    if (isOurs && parsed.value.kind !== "identify") events.push(parsed.value);
    else unreadable.push(key);
  }
  if (unreadable.length > 0) {
    const before = (await getMeta(store, "unreadable")) ?? 0;
    await setMeta(store, "unreadable", before + unreadable.length);
    await platform.local.remove(unreadable);
  }

  const { version } = platform;
  const { policy } = await readConsent(platform, store);
  for (let at = 0; at < events.length; at += BATCH) {
    const batch = events.slice(at, at + BATCH);
    const ingested = await ingest(store, batch, { version, now: platform.now(), policy });
    await platform.local.remove(batch.map(({ id }) => EVENT_KEY + id));
    await onIngested(ingested);
  }
  return true;
}
