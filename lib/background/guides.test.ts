import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { guided, identified } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { CapturedEvent } from "../model/event.ts";
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
const MINUTE = 60_000;
const DAY = 86_400_000;

const auto = { trigger: { start: "auto" } } as const;
const TOUR: Guide = { ...guide([step("a"), step("b")], auto), id: "tour" };
const NEWS: Guide = { ...guide([step("news")], auto), id: "news" };

let store: Store;
let platform: MemoryPlatform;
let guides: Guides;
let revision: number;

async function publish(...published: Guide[]) {
  revision += 1;
  const bundle = bundleOf({ revision, guides: published.map((body) => ({ version: 1, body })) });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
}

/** A page of the site, loaded in a tab. */
function open(tab: number, document: string = uuidv7()): Place {
  platform.open.set(tab, `${SITE}/`);
  return { tab, url: new URL(`${SITE}/`), document };
}

const happen = async (...events: CapturedEvent[]) =>
  guides.ingested(await ingest(store, events, { version: "1.0.0", now: platform.time }));

/** Claims a guide in a page, as its agent does, and plays it as the overlay does. */
async function play(body: Guide, place: Place) {
  const answer = await guides.claim(body.id, place);
  if (!answer.granted) return answer;
  await guides.orders(place);
  await happen(guided("started", platform.time, { guide: body.id, step: body.steps[0]?.id }));
  return answer;
}

const watched = async (place: Place) => (await guides.arrive(place)).map((watch) => watch.guide);

beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  platform.time = 100 * DAY;
  revision = 0;
  guides = createGuides(platform, store);
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
  await publish(TOUR, NEWS);
});

describe("guides", () => {
  it("are watched for, claimed, and given to the overlay of that tab alone", async () => {
    const [page, other] = [open(1), open(2)];
    expect(await watched(page)).toEqual(["tour", "news"]);
    expect(await guides.claim("tour", page)).toEqual({ granted: true, reason: "due" });
    expect(platform.overlays).toEqual([1]);
    expect(await guides.orders(other)).toEqual([]);
    expect(await guides.orders(page)).toMatchObject([
      { guide: { id: "tour" }, step: "a", startedBy: "auto" },
    ]);
  });

  it("D9: of two tabs that claim in the same moment one is granted", async () => {
    const answers = await Promise.all([
      guides.claim("tour", open(1)),
      guides.claim("news", open(2)),
      guides.claim("tour", open(3)),
    ]);
    expect(answers.filter(({ granted }) => granted)).toHaveLength(1);
    expect(platform.overlays).toHaveLength(1);
  });

  it("D10: wait while the person is busy, and are granted when the page asks again", async () => {
    const page = open(1);
    const busy = { granted: false, reason: "busy" };
    expect(await guides.claim("tour", page, "typing")).toEqual(busy);
    expect(platform.overlays).toEqual([]);
    expect(await guides.claim("tour", page)).toEqual({ granted: true, reason: "due" });
  });

  it("are nothing for a site that is not connected", async () => {
    const page = open(1);
    await guides.claim("tour", page);
    const elsewhere = { ...page, url: new URL("https://else.test/") };
    expect(await guides.arrive(elsewhere)).toEqual([]);
    expect(await guides.orders(elsewhere)).toEqual([]);
    expect(await guides.claim("tour", elsewhere)).toMatchObject({ granted: false });
  });

  it("D9: a claim that came to nothing holds nobody up for long, also when the clock was put back", async () => {
    await guides.claim("tour", open(1));
    expect(await guides.claim("news", open(2))).toEqual({ granted: false, reason: "running" });
    platform.time += MINUTE;
    expect(await guides.claim("news", open(2))).toMatchObject({ granted: true });
    platform.time -= 10 * DAY;
    expect(await guides.claim("tour", open(1))).toMatchObject({ granted: true });
  });

  it("G1: go on after a reload, at their step", async () => {
    await play(TOUR, open(1));
    await happen(guided("step_completed", platform.time + 1, { step: "a" }));
    const reloaded = open(1);
    expect(await watched(reloaded)).toEqual([]);
    expect(platform.overlays).toEqual([1, 1]);
    expect(await guides.orders(reloaded)).toMatchObject([
      { step: "a", before: { done: ["a"], left: { answer: null } }, startedBy: "resume" },
    ]);
  });

  it("G1: of tabs that load together, one goes on with a run whose tab is gone", async () => {
    await play(TOUR, open(1));
    platform.open.delete(1);
    platform.overlays = [];
    const places = [open(2), open(3), open(4)];
    await Promise.all(places.map((place) => guides.arrive(place)));
    expect(platform.overlays).toHaveLength(1);
    const orders = await Promise.all(places.map((place) => guides.orders(place)));
    expect(orders.flat()).toHaveLength(1);
  });

  it("D9: one that is no longer published does not keep the others away", async () => {
    await play(TOUR, open(1));
    await publish(NEWS);
    platform.time += 31 * MINUTE;
    const page = open(1);
    expect(await watched(page)).toEqual(["news"]);
    expect(await play(NEWS, page)).toMatchObject({ granted: true });
  });

  it("D9: a run that was left behind holds nobody up", async () => {
    await play(TOUR, open(1));
    platform.time += 31 * MINUTE;
    expect(await play(NEWS, open(2))).toMatchObject({ granted: true });
  });

  it("D13: a new day is a new session, also before anything was done in it", async () => {
    const page = open(1);
    await play(TOUR, page);
    await happen(guided("step_shown", platform.time, { step: "a" }));
    await happen(guided("completed", platform.time));
    platform.time += MINUTE;
    expect(await watched(page)).toEqual([]);
    platform.time += DAY;
    expect(await watched(page)).toEqual(["news"]);
  });

  it("started by hand take the place of the one that plays", async () => {
    await play(TOUR, open(1));
    open(2);
    await guides.start("news", 2);
    expect(platform.told).toContainEqual({
      tab: 1,
      message: { name: "overlay.stop", guide: "tour" },
    });
    expect(await guides.orders(open(2))).toMatchObject([
      { guide: { id: "news" }, startedBy: "manual" },
    ]);
  });

  it("stopped after their page is gone end for the person who saw them", async () => {
    await happen(identified("ada", platform.time));
    await play(TOUR, open(1));
    platform.open.delete(1);
    await guides.stop("tour");
    await happen(...([...platform.items.values()] as CapturedEvent[]));
    expect(await store.getAll("runs")).toMatchObject([{ person: "ada", status: "dismissed" }]);
  });

  it("are watched for no more once the workspace has gone", async () => {
    open(1);
    await store.delete("bundle", "current");
    await guides.refresh();
    expect(platform.told).toEqual([{ tab: 1, message: { name: "watch", watch: [] } }]);
  });
});
