import { uuidv7 } from "uuidv7";
import type { Bundle } from "../../../lib/model/bundle.ts";
import type { FeatureEvent } from "../../../lib/model/event.ts";
import { EVENT_KEY } from "../../../lib/model/site-config.ts";
import type { Figure } from "../bench.ts";
import { SIGNALS, USED_FEATURES } from "../page/published.ts";
import type { BenchStage } from "../page/stage.ts";
import { median } from "../statistics.ts";

const EVENTS = 10_000;
const SIGNAL_COUNTS = [0, 1, 10, SIGNALS.length];
/** As many as counts, so that each count comes once at each place of a round. */
const ROUNDS = SIGNAL_COUNTS.length;
/** Between one event and the next. */
const STEP_MS = 400;

/**
 * How fast a sleeping worker takes in what was captured: from the moment that everything is in `storage.local`, its
 * start included, until nothing is left there and all of it is in the database.
 */
export async function measureIngest({ waymark }: BenchStage): Promise<Figure[]> {
  // A document of the extension that does nothing by itself, so that only the worker works.
  const page = await waymark.openPage("manifest.json");
  const times = new Map<number, number[]>(SIGNAL_COUNTS.map((count) => [count, []]));
  for (let n = 0; n < ROUNDS; n++) {
    for (const count of [...SIGNAL_COUNTS.slice(n), ...SIGNAL_COUNTS.slice(0, n)]) {
      await waymark.send("data.delete", {});
      await page.evaluate(useSignals, published(count));
      await waymark.stopWorker();
      times.get(count)?.push(await page.evaluate(takeIn, JSON.stringify(captured())));
      const { events } = await waymark.send("status.get", {});
      if (events !== EVENTS) throw new Error(`the database holds ${events} of ${EVENTS} events`);
    }
  }
  await page.close();

  const ms = (count: number) => median(times.get(count) ?? []);
  const most = Math.max(...SIGNAL_COUNTS);
  const without = times.get(0) ?? [];
  const addedMs = (times.get(most) ?? []).map((time, round) => time - (without[round] ?? 0));
  return [
    ...SIGNAL_COUNTS.map(
      (count): Figure => ({
        name: `ingest.${count}Signals`,
        value: (EVENTS / ms(count)) * 1000,
        unit: "events/s",
        budget: { atLeast: 5_000 },
      }),
    ),
    {
      name: `ingest.${most}Signals.added`,
      value: (median(addedMs) / EVENTS) * 1000,
      unit: "µs/event",
      budget: { atMost: 20 },
    },
  ];
}

function published(count: number): Bundle["signals"] {
  return SIGNALS.slice(0, count).map((body) => ({ version: 1, body }));
}

/** As one document leaves them: one key each, in order. */
function captured(): Record<string, FeatureEvent> {
  const boot = uuidv7();
  const start = Date.now() - EVENTS * STEP_MS;
  const entries = Array.from({ length: EVENTS }, (_, seq): [string, FeatureEvent] => {
    const id = uuidv7();
    const feature = USED_FEATURES[(seq * 7) % USED_FEATURES.length] as string;
    const when = { ts: start + seq * STEP_MS, boot, seq };
    const where = { host: "app.example.com", path: "/projects/:id" };
    return [EVENT_KEY + id, { id, ...when, ...where, kind: "feature", feature }];
  });
  return Object.fromEntries(entries);
}

/** In the extension's page: the definitions that the worker finds, in place of the published ones. */
async function useSignals(signals: Bundle["signals"]): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open("waymark"));
  const bundles = database.transaction("bundle", "readwrite").objectStore("bundle");
  const current = await done(bundles.get("current"));
  await done(bundles.put({ ...current, bundle: { ...current.bundle, signals } }));
  database.close();
}

/** In the extension's page: writes the events and resolves with how long the worker took for them, in ms. */
async function takeIn(json: string): Promise<number> {
  await chrome.storage.local.set(JSON.parse(json));
  const start = performance.now();
  return new Promise((resolve) => {
    // The worker says "changed" to pages after each batch.
    const check = async () => {
      const keys = await chrome.storage.local.getKeys();
      if (keys.some((key) => key.startsWith("event:"))) return;
      chrome.runtime.onMessage.removeListener(onMessage);
      resolve(performance.now() - start);
    };
    const onMessage = () => void check();
    chrome.runtime.onMessage.addListener(onMessage);
  });
}
