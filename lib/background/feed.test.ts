import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
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
import { createFeed, type Feed } from "./feed.ts";

const SITE = "https://app.test";
const DAY = 86_400_000;
const NOW = 100 * DAY;

const news = (id: string, more: Partial<Guide> = {}): Guide => ({
  ...guide([step("news")], { kind: "announcement", ...more }),
  id,
});

let store: Store;
let platform: MemoryPlatform;
let feed: Feed;

/** Takes what the background captured, as its drain does. */
async function drain() {
  const events = [...platform.items.values()] as CapturedEvent[];
  platform.items.clear();
  return (await ingest(store, events, { version: "1.0.0", now: platform.time })).events;
}
const listed = async () => (await feed.list(1)).map(({ guide: id, read }) => [id, read]);

beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  platform.time = NOW;
  platform.open.set(1, `${SITE}/`);
  feed = createFeed(platform, store);
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
  const guides = [
    { version: 1, body: news("older"), publishedAt: NOW - 9 * DAY },
    { version: 4, body: news("newer", { schedule: { from: NOW - DAY } }), publishedAt: 1 },
    { version: 1, body: news("later", { schedule: { from: NOW + DAY } }) },
    { version: 1, body: news("others", { audience: { type: "signal", signal: "vip" } }) },
    { version: 1, body: guide([step("a")]) },
  ];
  const bundle = bundleOf({ guides });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: NOW });
});

describe("announcements", () => {
  it("L1: those for this person stand in the feed, the newest first", async () => {
    expect(await listed()).toEqual([
      ["newer", false],
      ["older", false],
    ]);
    expect((await feed.list(1))[1]?.at).toBe(NOW - 9 * DAY);
    platform.time += 2 * DAY;
    expect((await listed())[0]).toEqual(["later", false]);
  });

  it("L1: are none in a tab of another site", async () => {
    platform.open.set(2, "https://else.test/");
    expect(await feed.list(2)).toEqual([]);
    await feed.count(2);
    expect(platform.badges.get(2)).toBe(0);
  });

  it("L2: one that was opened is read, once, and the number on the button falls", async () => {
    await feed.count();
    expect(platform.badges.get(1)).toBe(2);
    await feed.read("newer", 1);
    expect((await drain()).map((event) => event.kind === "guide" && event.action)).toEqual([
      "started",
      "step_shown",
      "completed",
    ]);
    await feed.read("newer", 1);
    expect(await drain()).toEqual([]);
    await feed.count();
    expect(platform.badges.get(1)).toBe(1);
    expect(await listed()).toEqual([
      ["newer", true],
      ["older", false],
    ]);
  });

  it("L3: one that was put away is gone, read or not, and costs no budget", async () => {
    await feed.read("newer", 1);
    await drain();
    await feed.dismiss("newer", 1);
    await feed.dismiss("older", 1);
    await drain();
    expect(await listed()).toEqual([]);
    await feed.count();
    expect(platform.badges.get(1)).toBe(0);
    expect(await store.count("showings")).toBe(0);
  });

  it("are left alone when they are none, or for others", async () => {
    for (const id of ["tour", "others", "nothing"]) {
      await feed.read(id, 1);
      await feed.dismiss(id, 1);
    }
    expect(platform.items.size).toBe(0);
  });
});
