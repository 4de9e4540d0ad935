import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { Friction } from "../model/friction.ts";
import { siteKey } from "../model/site-config.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { getMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { enterWorkspace } from "../store/workspace.ts";
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

  it("E11: notice what people run into only where a published signal asks for it", async () => {
    await addSite(platform, store, APP);
    await enterWorkspace(store, CONNECTION);
    const publish = async (revision: number, what: Friction[]) => {
      const frustrated = { id: "stuck", name: "Stuck", kind: "frustration" as const, what };
      const body = { ...frustrated, times: 3, within: "1h" };
      const signals = what.length > 0 ? [{ version: 1, body }] : [];
      const bundle = { ...bundleOf({ signals }), revision };
      await applyBundle(store, { bundle, etag: null }, { version: "1", now: 1 });
      await publishSites(platform, store);
      return platform.items.get(siteKey(APP));
    };
    expect(await publish(1, [])).toEqual({ format: 1, features: [] });
    expect(platform.noticing).toBe(false);
    expect(await publish(2, ["error", "back_and_forth"])).toMatchObject({ friction: ["error"] });
    expect(platform.noticing).toBe(true);
    await publish(3, ["back_and_forth"]);
    expect(platform.noticing).toBe(false);
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
