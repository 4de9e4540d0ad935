import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { noteVisit } from "./back-and-forth.ts";

let store: Store;
let platform: MemoryPlatform;
beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  await enterWorkspace(store, CONNECTION);
  await publish("all");
});

async function publish(events: "all" | "features"): Promise<void> {
  const bundle = { ...bundleOf({}), sync: { events } };
  await applyBundle(store, { bundle, etag: null }, { version: "1", now: 1 });
}

/** Visits paths, a second apart, each from a fresh worker; what was captured then. */
async function visit(paths: readonly string[], tab = 1, apart = 1_000) {
  for (const path of paths) {
    platform.time += apart;
    const url = new URL(path, "https://app.test");
    await noteVisit(platform, store, { tab, url, document: undefined });
  }
  return [...platform.items.values()];
}

describe("E15: back and forth", () => {
  it("is A, B, A, B, and counts once", async () => {
    expect(await visit(["/a", "/b", "/a"])).toEqual([]);
    expect(await visit(["/b"])).toMatchObject([
      { kind: "friction", what: "back_and_forth", host: "app.test", path: "/b" },
    ]);
    expect(await visit(["/a"])).toHaveLength(1);
  });

  it("is not a list and its entries one after the other, though their paths are told as one", async () => {
    const seen = ["/orders", "/orders/1001", "/orders", "/orders/1002", "/orders"];
    expect(await visit(seen)).toEqual([]);
  });

  it("is not the same page said twice, nor another tab's", async () => {
    expect(await visit(["/a", "/b", "/a?page=2", "/a"])).toEqual([]);
    expect(await visit(["/b"], 2)).toEqual([]);
  });

  it("is over after 30 s", async () => {
    expect(await visit(["/a", "/b", "/a", "/b"], 1, 11_000)).toEqual([]);
  });

  it("E11: leaves no trace where nobody asks for it", async () => {
    await publish("features");
    expect(await visit(["/a", "/b", "/a", "/b"])).toEqual([]);
    expect(await store.get("meta", "visits")).toBeUndefined();
  });

  it("E5: keeps nothing that could be read of an address", async () => {
    await visit(["/a/canary#canary", "/b"]);
    expect(JSON.stringify(await store.getAll("meta"))).not.toContain("canary");
  });
});
