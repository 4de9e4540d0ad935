import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { beforeEach, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { createMemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { enterWorkspace, leaveWorkspace } from "../store/workspace.ts";
import { type Assets, createAssets, plannedAhead } from "./assets.ts";

const content = Buffer.from("a picture, as far as a device can tell");
const asset = createHash("sha256").update(content).digest("hex");
const ADDRESS = `data:image/png;base64,${content.toString("base64")}`;

let store: Store;
let assets: Assets;
let asked: string[];
let answer: () => Response;

beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  asked = [];
  answer = () => new Response(content);
  const platform = createMemoryPlatform(async (url, init) => {
    asked.push(`${url} ${new Headers(init?.headers).get("authorization")}`);
    return answer();
  });
  assets = createAssets(platform, store);
  await enterWorkspace(store, CONNECTION);
  const one = { asset, type: "image/png", width: 4, height: 3, bytes: content.length } as const;
  const bundle = bundleOf({ assets: [one] });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: 1 });
});

it("C17: a picture is fetched once, before it is needed, and is there without a network", async () => {
  await Promise.all([assets.prefetch(), assets.prefetch()]);
  answer = () => {
    throw new TypeError("Failed to fetch");
  };
  expect(await assets.address(asset)).toBe(ADDRESS);
  expect(asked).toEqual([`${CONNECTION.server}/v1/assets/${asset} Bearer ${CONNECTION.writeKey}`]);
});

it("C17: one that did not come in time is fetched when it is shown", async () => {
  answer = () => new Response(null, { status: 503 });
  await assets.prefetch();
  expect(await assets.address(asset)).toBeNull();
  answer = () => new Response(content);
  expect(await assets.address(asset)).toBe(ADDRESS);
});

it("C17: other bytes than its name says are no picture", async () => {
  answer = () => new Response("something else");
  expect(await assets.address(asset)).toBeNull();
  expect(await store.count("assets")).toBe(0);
});

it("C17: what no published guide shows is not fetched for anybody", async () => {
  expect(await assets.address("0".repeat(64))).toBeNull();
  expect(asked).toEqual([]);
});

it("I7: pictures go with their workspace", async () => {
  await assets.prefetch();
  await leaveWorkspace(store);
  expect(await store.count("assets")).toBe(0);
  expect(await assets.address(asset)).toBeNull();
});

it("C17, L17: pictures of how-tos come after those of pages, and may take the rest of the room", () => {
  const MIB = 1024 * 1024;
  const names = Array.from({ length: 50 }, (_, at) => at.toString(16).padStart(64, "0"));
  const shows = (id: string, kind: "tour" | "how-to", some: readonly string[]) => ({
    version: 1,
    body: guide(
      some.map((asset, at) =>
        step(`s${at}`, { body: { en: [{ type: "image", asset, alt: "a picture" }] } }),
      ),
      { id, kind },
    ),
  });
  const bundle = bundleOf({
    guides: [shows("read", "how-to", names.slice(0, 40)), shows("play", "tour", names.slice(40))],
    assets: names.map((name) => ({
      asset: name,
      type: "image/png",
      width: 4,
      height: 3,
      bytes: MIB,
    })),
  });
  const planned = plannedAhead(bundle).map((one) => names.indexOf(one.asset));
  expect(planned.slice(0, 8)).toEqual([40, 41, 42, 43, 44, 45, 46, 47]);
  expect(planned.slice(8)).toEqual(Array.from({ length: 24 }, (_, at) => at));
});
