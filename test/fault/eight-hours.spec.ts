import { expect, type Page, test } from "@playwright/test";
import { EVENT_KEY } from "../../lib/model/site-config.ts";
import { createRandom } from "../bench/ratio.ts";
import { readEvents } from "../e2e/budget/device.ts";
import { clicked, type FixtureStage, setFixtureStage } from "../e2e/stage.ts";
import { EVERY_KIND } from "../support/every-kind.ts";
import { recomputeSignals } from "../support/recomputed-signals.ts";
import { until } from "../support/until.ts";
import { type DayEvent, eightHours, longAgo } from "./day.ts";

/** How often the worker is ended; `npm run test:fault` asks for more. */
const KILLS = Number(process.env.WAYMARK_KILLS ?? 10);
const SEED = Number(process.env.WAYMARK_SEED ?? 1);
/** A guide's outcome is not among them: nothing is shown here. */
const SIGNALS = EVERY_KIND.filter(({ kind }) => kind !== "outcome");
const FEATURES = ["a", "b", "c"].map((id) => clicked(id, `#${id}`));

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage(FEATURES);
  for (const signal of SIGNALS) await stage.server.publish("signals", signal);
  await stage.waymark.send("sync.now", {});
});
test.afterAll(() => stage.end());

test(`I1 to I3, I9, V16, C9: eight hours of use, and the worker ended ${KILLS} times`, async () => {
  test.setTimeout(120_000 + KILLS * 3_000);
  const { waymark, server, host } = stage;
  const random = createRandom(SEED);
  // Has no script of its own that would ask the worker for anything.
  const page = await waymark.openPage("manifest.json");
  const site = new URL(host.url).host;
  const old = longAgo(site, Date.now());
  await write(page, old);
  await settled();
  await letADayPassSinceTheSweep(page);
  await waymark.stopWorker();

  const day = eightHours(site, Date.now(), random);
  const kills = new Set(Array.from({ length: KILLS }, () => Math.floor(random() * day.length)));
  let batch: DayEvent[] = [];
  let ended = 0;
  for (const [n, event] of day.entries()) {
    batch.push(event);
    const kill = kills.has(n);
    if (!kill && random() > 0.01) continue;
    await write(page, batch);
    batch = [];
    // At whatever the worker is doing by then: it is not waited for.
    if (kill) await waymark.stopWorker();
    if (kill) ended += 1;
  }
  await write(page, batch);
  await settled();
  expect(ended).toBe(kills.size);

  const stored = await readEvents(page);
  const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id).sort();
  expect(ids(stored)).toEqual(ids(day));

  const { at, signals } = await waymark.send("signals.list", {});
  const told = signals.map(({ definition, version, value, since }) => ({
    signal: definition.id,
    version,
    value,
    since,
  }));
  const byId = SIGNALS.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const published = byId.map((body) => ({ version: 1, body }));
  const features = FEATURES.map((body) => ({ version: 1, body }));
  const all = [...old, ...day].map((event) => ({ ...event, user: "ada" }));
  const wanted = { signals: published, features, person: "ada", now: at };
  expect(told).toEqual(recomputeSignals(all, wanted));
  expect(told.find(({ signal }) => signal === "live")).toMatchObject({
    value: true,
    since: old[2]?.ts,
  });

  for (const { id } of FEATURES) {
    // The report is about the last weeks.
    const uses = day.filter((event) => event.kind === "feature" && event.feature === id);
    expect([id, await server.uses(id)]).toEqual([id, uses.length]);
  }

  async function settled(): Promise<void> {
    await until(
      "everything to be stored and sent",
      async () => {
        const { outbox } = await waymark.send("sync.now", {});
        return { ...outbox, captured: await waiting(page) };
      },
      ({ waiting, dead, captured }) => waiting + dead + captured === 0,
      60_000,
    );
  }
});

/** As the page agent does: a key each. Resolves when they are durable. */
function write(page: Page, events: readonly DayEvent[]): Promise<void> {
  const keys = events.map((event) => [EVENT_KEY + event.id, event] as const);
  return page.evaluate(
    (entries) => chrome.storage.local.set(entries),
    Object.fromEntries(keys) as Record<string, unknown>,
  );
}

function waiting(page: Page): Promise<number> {
  return page.evaluate(async (prefix) => {
    const keys = Object.keys(await chrome.storage.local.get(null));
    return keys.filter((key) => key.startsWith(prefix)).length;
  }, EVENT_KEY);
}

function letADayPassSinceTheSweep(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("waymark"));
    const meta = database.transaction("meta", "readwrite").objectStore("meta");
    await done(meta.delete("sweptAt"));
    database.close();
  });
}
