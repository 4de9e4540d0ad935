import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { anchorTo, guide, step } from "../../test/e2e/page/support/guides.ts";
import { guided } from "../../test/support/captured.ts";
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
import { createHowTos, type HowTos } from "./how-tos.ts";
import { ordersFor } from "./order.ts";
import type { Place } from "./place.ts";

const SITE = "https://app.test";
const anchor = anchorTo({ tag: "button", name: "Save" });
const when = { type: "page", url: { path: "/reports/**" } } as const;

const SHARE: Guide = {
  ...guide([step("save", { anchor }), step("send"), step("check", { anchor })], {
    kind: "how-to",
    trigger: { start: "manual", when },
  }),
  id: "share",
};
const ANYWHERE: Guide = { ...guide([step("only")], { kind: "how-to" }), id: "anywhere" };

let store: Store;
let platform: MemoryPlatform;
let howTos: HowTos;

/** Stores what was captured, as the background's drain does. */
async function drain(...more: CapturedEvent[]) {
  const events = [...([...platform.items.values()] as CapturedEvent[]), ...more];
  platform.items.clear();
  const ingested = await ingest(store, events, { version: "1.0.0", now: platform.time });
  await howTos.ingested(ingested.events);
  return ingested.events.map((event) => event.kind === "guide" && event.action);
}
const share = async (tab = 1) => (await howTos.list(tab)).find((entry) => entry.guide === "share");
const open = (tab: number, path: string): Place => {
  platform.open.set(tab, SITE + path);
  return { tab, url: new URL(SITE + path), document: uuidv7() };
};
const said = (action: "step_shown" | "target_missing", more: object = {}) =>
  guided(action, platform.time, { guide: "share", step: "save", ...more });

beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  howTos = createHowTos(platform, store);
  open(1, "/reports/7");
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
  const guides = [ANYWHERE, SHARE].map((body) => ({ version: 1, body }));
  const bundle = bundleOf({ guides });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
});

describe("how-tos", () => {
  it("L5: those made for the page come first", async () => {
    const order = async (tab: number) =>
      (await howTos.list(tab)).map(({ guide: id, fitsPage, where }) => [id, fitsPage, where]);
    open(2, "/home");
    expect(await order(2)).toEqual([
      ["anywhere", true, null],
      ["share", false, "/reports/"],
    ]);
    expect((await order(1)).every(([, fits]) => fits)).toBe(true);
    platform.open.set(2, "https://else.test/");
    expect(await order(2)).toEqual([]);
  });

  it("L6: a page is given the one step it shall point at", async () => {
    const page = open(1, "/reports/7");
    await howTos.point("share", "check", 1);
    expect(platform.overlays).toEqual([1]);
    const [order] = await ordersFor(platform, store, page);
    expect(order?.guide.steps.map(({ id }) => id)).toEqual(["check"]);
    expect((await share())?.pointing).toEqual({ step: "check", state: "looking" });
    await expect(howTos.point("share", "send", 1)).rejects.toThrow("points at nothing");
  });

  it("L8: the panel learns what became of it, in the next page of that tab too", async () => {
    const page = open(1, "/reports/7");
    await howTos.point("share", "save", 1);
    await ordersFor(platform, store, page);
    await drain(said("target_missing", { reason: "waiting: nothing like it" }));
    expect((await share())?.pointing?.state).toBe("missing");
    await howTos.arrive(page);
    await howTos.arrive(open(2, "/reports/8"));
    expect(platform.overlays).toEqual([1]);
    await howTos.arrive(open(1, "/reports/9"));
    expect(platform.overlays).toEqual([1, 1]);
    expect((await share())?.pointing?.state).toBe("looking");
    await drain(said("step_shown"));
    expect((await share())?.pointing?.state).toBe("shown");
    expect((await share(2))?.pointing).toBeNull();
    platform.time += 11 * 60_000;
    const late = open(1, "/reports/10");
    expect(await ordersFor(platform, store, late)).toEqual([]);
    await howTos.arrive(open(1, "/reports/11"));
    expect(platform.overlays).toEqual([1, 1]);
    expect((await share())?.pointing).toBeNull();
  });

  it("L7: the panel ends it, also where the page does not answer any more", async () => {
    await howTos.point("share", "save", 1);
    await howTos.stop("share", 1);
    expect(platform.told).toContainEqual({
      tab: 1,
      message: { name: "overlay.stop", guide: "share" },
    });
    expect((await share())?.pointing).toBeNull();
    await howTos.arrive(open(1, "/reports/8"));
    expect(platform.overlays).toEqual([1]);
  });

  it("L9: what is done stays done until the person starts over", async () => {
    const done = async () => (await share())?.steps.map((one) => one.done);
    await howTos.tick("share", "save", 1);
    expect(await drain()).toEqual(["started", "step_completed"]);
    expect(await done()).toEqual([true, false, false]);
    await howTos.tick("share", "check", 1);
    await drain(guided("snoozed", platform.time, { guide: "share", step: "check" }));
    expect(await done()).toEqual([true, false, true]);
    await howTos.tick("share", "send", 1);
    await drain();
    expect(await drain()).toEqual(["completed"]);
    await drain(guided("snoozed", platform.time, { guide: "share", step: "send" }));
    expect(await done()).toEqual([true, true, true]);
    await howTos.restart("share", 1);
    await drain();
    expect(await done()).toEqual([false, false, false]);
  });

  it("L10: reading one for the first time is using it, as is what one does with it", async () => {
    expect((await share())?.usedAt).toBeNull();
    await howTos.read("share", 1);
    expect(await drain()).toEqual(["started"]);
    const read = (await share())?.usedAt;
    expect(read).toBe(platform.time);
    platform.time += 60_000;
    await howTos.read("share", 1);
    expect(await drain()).toEqual([]);
    await howTos.tick("share", "save", 1);
    await drain();
    expect((await share())?.usedAt).toBe(platform.time);
  });

  it("L16: whether it helped is said of a version, and can be said again", async () => {
    await howTos.rate("share", false, 1);
    expect(await drain()).toEqual(["started", "rated_unhelpful"]);
    expect((await share())?.helpful).toBe(false);
    await howTos.rate("share", true, 1);
    expect(await drain()).toEqual(["rated_helpful"]);
    expect((await share())?.helpful).toBe(true);
    const bundle = bundleOf({ revision: 2, guides: [{ version: 2, body: SHARE }] });
    await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
    expect((await share())?.helpful).toBeNull();
  });

  it("L16: without consent it is read, and nothing about that is kept", async () => {
    platform.policy = { consent: "required" };
    await howTos.read("share", 1);
    await expect(howTos.rate("share", true, 1)).rejects.toThrow();
    expect(await drain()).toEqual([]);
    expect(await share()).toMatchObject({ usedAt: null, helpful: null });
  });
});
