import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import type { Claim } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { readClaims, releaseClaim, settleClaims, takeClaim } from "./claims.ts";

let store: Store;
beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
});

const claim = (guide: string, tab: number, at = 0): Claim => ({
  guide,
  tab,
  document: undefined,
  startedBy: "auto",
  at,
});
const running = { force: false, isRunning: () => true };
const front = { ...running, beside: false };
const beside = { ...running, beside: true };

describe("claims", () => {
  it("T24: one guide is in front over all tabs, and quiet ones are beside it", async () => {
    expect(await takeClaim(store, claim("tour", 1), front)).toBe(true);
    expect(await takeClaim(store, claim("news", 2), front)).toBe(false);
    expect(await takeClaim(store, claim("banner", 2), beside)).toBe(true);
    expect(await takeClaim(store, claim("hotspot", 1), beside)).toBe(true);
    expect((await readClaims(store)).map(({ guide }) => guide)).toEqual([
      "tour",
      "banner",
      "hotspot",
    ]);
  });

  it("T24: a quiet guide is in one tab", async () => {
    expect(await takeClaim(store, claim("banner", 1), beside)).toBe(true);
    expect(await takeClaim(store, claim("banner", 2), beside)).toBe(false);
    const stale = { ...beside, isRunning: () => false };
    expect(await takeClaim(store, claim("banner", 2, 60_000), stale)).toBe(true);
    expect(await settleClaims(store, 1, "document")).toEqual([]);
    expect(await settleClaims(store, 2, "document")).toMatchObject([{ document: "document" }]);
  });

  it("ends one without touching the others", async () => {
    await takeClaim(store, claim("tour", 1), front);
    await takeClaim(store, claim("banner", 1), beside);
    await releaseClaim(store, "tour");
    expect((await readClaims(store)).map(({ guide }) => guide)).toEqual(["banner"]);
    await releaseClaim(store, "banner");
    expect(await readClaims(store)).toEqual([]);
  });
});
