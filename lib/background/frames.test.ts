import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import type { Sender } from "../message/server.ts";
import type { FrameBid, FrameNews } from "../model/frame.ts";
import { setMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { createFrames, type Frames } from "./frames.ts";

const SITE = "https://app.test";
const OTHER = "https://reports.test";
const TOP: Sender = { kind: "page", tab: 7, frame: 0, document: "d0", url: `${SITE}/` };
const INNER: Sender = { ...TOP, frame: 3, document: "d3", url: `${OTHER}/inner` };
const anchor = { samples: [{ fingerprint: { tag: "button" } }] };
const bid: FrameBid = { path: [0], outcome: "found", score: 0.9, margin: 0.9, tier: 1 };
const news: FrameNews = { type: "lost", search: "s" };

let platform: MemoryPlatform;
let store: Store;
let frames: Frames;
let opened = 0;
beforeEach(async () => {
  platform = createMemoryPlatform();
  ({ store } = await openDevice(`frames-${opened++}`));
  await setMeta(store, "sites", [SITE, OTHER]);
  frames = createFrames(platform, store);
});
afterEach(() => store.close());

it("A21: only frames of connected sites are asked, and only bids in form are passed on", async () => {
  const from = { document: "d", origin: OTHER };
  platform.bids = [
    { ...from, frame: 3, result: bid },
    { ...from, frame: 4, result: null },
    { ...from, frame: 5, result: { ...bid, score: 7 } },
    { ...from, frame: 6, origin: "https://ads.test", result: bid },
  ];
  expect(await frames.ask("s", anchor, TOP)).toEqual([{ frame: 3, document: "d", bid }]);
  expect(await frames.ask("s", anchor, { ...TOP, url: "https://ads.test/" })).toEqual([]);
});

it("T51: what a frame tells reaches the top frame, with who said it as the browser knows", async () => {
  await frames.hear(news, INNER);
  expect(platform.told).toEqual([
    { tab: 7, frame: 0, message: { name: "frame.news", frame: 3, document: "d3", news } },
  ]);
});

it("T51: frames of other sites are not heard, and top frames say nothing as frames do", async () => {
  await expect(frames.hear(news, { ...INNER, url: "https://ads.test/" })).rejects.toThrow(
    "connected",
  );
  await expect(frames.hear(news, TOP)).rejects.toThrow("only a frame");
  await expect(frames.tell({ type: "end", search: "s" }, INNER)).rejects.toThrow("only the top");
  await expect(frames.ask("s", anchor, INNER)).rejects.toThrow("only the top");
  expect(platform.told).toEqual([]);
});
