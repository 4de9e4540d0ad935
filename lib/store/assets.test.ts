import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, expect, it } from "vitest";
import { type AssetRecord, keepAsset, keptAssets, useAsset } from "./assets.ts";
import { openDevice } from "./open.ts";
import type { Store } from "./schema.ts";

let store: Store;
beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
});

const picture = (asset: string, bytes: number, usedAt: number): AssetRecord => ({
  asset,
  type: "image/png",
  content: new ArrayBuffer(bytes),
  bytes,
  usedAt,
});

it("C17: what was used least recently goes first when there is no room", async () => {
  await keepAsset(store, picture("a", 40, 1), 100);
  await keepAsset(store, picture("b", 40, 2), 100);
  expect((await useAsset(store, "a", 3))?.bytes).toBe(40);
  await keepAsset(store, picture("c", 40, 4), 100);
  expect([...(await keptAssets(store))].sort()).toEqual(["a", "c"]);
  expect(await useAsset(store, "b", 5)).toBeUndefined();
});

it("C17: a picture that has just come stays, also when the clock was put back", async () => {
  await keepAsset(store, picture("a", 80, 1000), 100);
  await keepAsset(store, picture("b", 90, 1), 100);
  expect([...(await keptAssets(store))]).toEqual(["b"]);
});
