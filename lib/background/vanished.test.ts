import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { guided } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { GuideEvent } from "../model/event.ts";
import type { Guide } from "../model/guide.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { ingest } from "../store/ingest.ts";
import { setMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { createGuides, type Guides } from "./guides.ts";
import type { Place } from "./place.ts";

const SITE = "https://app.test";
const DAY = 86_400_000;
const MISS = { outcome: "absent", score: 0.1 } as const;
const TOUR: Guide = { ...guide([step("a")], { trigger: { start: "auto" } }), id: "tour" };

let store: Store;
let platform: MemoryPlatform;
let guides: Guides;
let revision = 0;

async function publish(pausedAt?: number) {
  revision += 1;
  const published = { version: 1, body: TOUR, ...(pausedAt !== undefined && { pausedAt }) };
  const bundle = bundleOf({ revision, guides: [published] });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
}

/** A page of the site, loaded in a tab. */
function open(tab: number): Place {
  platform.open.set(tab, `${SITE}/`);
  return { tab, url: new URL(`${SITE}/`), document: uuidv7() };
}

const happen = async (...events: GuideEvent[]) =>
  guides.ingested(await ingest(store, events, { version: "1.0.0", now: platform.time }));
const watched = async (place: Place) => (await guides.arrive(place)).map((watch) => watch.guide);

/** A day later the guide starts by itself, does not find its element, and is closed while it waits. */
async function missOnce(boot = uuidv7()) {
  platform.time += DAY;
  const place = open(1);
  const granted = await guides.claim("tour", place);
  await guides.orders(place);
  const about = { step: "a", boot };
  await happen(
    guided("started", platform.time, about),
    guided("target_missing", platform.time, { ...about, reason: "waiting: none", target: MISS }),
    guided("target_missing", platform.time, { ...about, reason: "end: closed", target: MISS }),
  );
  platform.time += DAY;
  return granted;
}

beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  platform.time = 100 * DAY;
  guides = createGuides(platform, store);
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
  await publish();
});

describe("a guide whose target vanished", () => {
  it("D25: paused by its workspace, it starts for nobody, and says why", async () => {
    expect(await watched(open(1))).toEqual(["tour"]);
    await publish(platform.time);
    expect(await watched(open(1))).toEqual([]);
    expect(await guides.claim("tour", open(1))).toEqual({ granted: false, reason: "paused" });
    expect((await guides.library(1)).map((entry) => entry.guide)).toEqual(["tour"]);
    await guides.start("tour", 1);
    expect(platform.overlays).toEqual([1]);
    await publish();
    expect(await watched(open(2))).toEqual(["tour"]);
  });

  it("D25: a run that started by itself does not go on while it is paused", async () => {
    const place = open(1);
    await guides.claim("tour", place);
    await guides.orders(place);
    await happen(guided("started", platform.time, { step: "a" }));
    await publish(platform.time);
    await guides.arrive(open(1));
    expect(platform.overlays).toEqual([1]);
    await publish();
    await guides.arrive(open(1));
    expect(platform.overlays).toEqual([1, 1]);
  });

  it("D26: missed in three visits in a row, it is left alone until something is published", async () => {
    for (const _ of [1, 2, 3]) expect(await missOnce()).toMatchObject({ granted: true });
    expect(await watched(open(1))).toEqual([]);
    expect(await guides.claim("tour", open(1))).toEqual({ granted: false, reason: "target" });
    expect(await store.getAll("runs")).toMatchObject([{ status: "target_missing" }]);
    expect(await store.getAll("showings")).toEqual([]);
    await publish();
    expect(await watched(open(1))).toEqual(["tour"]);
  });

  it("D26: a run that waits in vain is not shown in a fourth page", async () => {
    const first = open(1);
    await guides.claim("tour", first);
    await guides.orders(first);
    await happen(guided("started", platform.time, { step: "a" }));
    for (const visit of [1, 2, 3]) {
      platform.overlays = [];
      await guides.arrive(open(1));
      expect(platform.overlays, `visit ${visit}`).toEqual([1]);
      const missing = { step: "a", boot: uuidv7(), reason: "waiting: none", target: MISS };
      await happen(guided("target_missing", platform.time, missing));
    }
    platform.overlays = [];
    await guides.arrive(open(1));
    expect(platform.overlays).toEqual([]);
  });
});
