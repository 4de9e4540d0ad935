import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import { siteKey } from "../model/site-config.ts";
import { getMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { addSite, dropSitesWithoutPermission, publishSites, removeSite } from "./sites.ts";

const APP = "https://app.test";
const DEV = "http://localhost:1880";
const OTHER_PORT = "http://localhost:3000";

let store: Store;
let platform: MemoryPlatform;
beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  for (const origin of [APP, DEV, OTHER_PORT]) platform.permitted.add(origin);
});

const configured = () => [...platform.items.keys()].sort();

describe("sites", () => {
  it("E10: get a configuration each, by origin, when they are connected", async () => {
    await addSite(platform, store, `${APP}/some/page?query`);
    await addSite(platform, store, DEV);
    await addSite(platform, store, APP);
    expect(await getMeta(store, "sites")).toEqual([APP, DEV]);
    expect(platform.registered).toEqual([APP, DEV]);
    expect(configured()).toEqual([siteKey(DEV), siteKey(APP)]);
  });

  it("that are connected at the same moment are all kept", async () => {
    await Promise.all([APP, DEV, OTHER_PORT].map((site) => addSite(platform, store, site)));
    expect((await getMeta(store, "sites"))?.toSorted()).toEqual([DEV, OTHER_PORT, APP]);
  });

  it("without permission, or that are none, are refused in words", async () => {
    await expect(addSite(platform, store, "https://else.test")).rejects.toThrow("no permission");
    await expect(addSite(platform, store, "app")).rejects.toThrow("is no address");
    await expect(addSite(platform, store, "file:///etc")).rejects.toThrow("Only http: and https:");
    expect(await getMeta(store, "sites")).toBeUndefined();
  });

  it("E10: lose their configuration when they are removed, and open pages are told", async () => {
    await addSite(platform, store, APP);
    await addSite(platform, store, DEV);
    platform.open.set(4, `${APP}/page`);
    platform.told = [];
    await removeSite(platform, store, APP);
    expect(configured()).toEqual([siteKey(DEV)]);
    expect(platform.registered).toEqual([DEV]);
    expect(platform.told).toEqual([{ tab: 4, message: { name: "config.changed" } }]);
  });

  it("E10: one whose removal was cut short is cleaned up with the next publication", async () => {
    platform.items.set(siteKey(APP), { format: 1, features: [] });
    platform.items.set("event:waiting", {});
    await publishSites(platform, store);
    expect(configured()).toEqual(["event:waiting"]);
  });

  it("E10: whose permission is taken back in the browser's settings are removed", async () => {
    await addSite(platform, store, APP);
    await addSite(platform, store, DEV);
    platform.permitted.delete(APP);
    await dropSitesWithoutPermission(platform, store);
    expect(await getMeta(store, "sites")).toEqual([DEV]);
    expect(configured()).toEqual([siteKey(DEV)]);
  });
});
