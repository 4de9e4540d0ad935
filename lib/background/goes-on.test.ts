import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { guided, use } from "../../test/support/captured.ts";
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
const HOUR = 3_600_000;

let store: Store;
let platform: MemoryPlatform;
let guides: Guides;

async function publish(...published: Guide[]) {
  const bundle = bundleOf({ guides: published.map((body) => ({ version: 1, body })) });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
}

function open(tab: number): Place {
  platform.open.set(tab, `${SITE}/`);
  return { tab, url: new URL(`${SITE}/`), document: uuidv7() };
}

const happen = async (...events: CapturedEvent[]) =>
  guides.ingested(await ingest(store, events, { version: "1.0.0", now: platform.time }));

/** What happens to the guide "tour", a millisecond after the other. */
const told = (...actions: [Parameters<typeof guided>[0], Parameters<typeof guided>[2]?][]) =>
  happen(...actions.map(([action, more]) => guided(action, platform.time++, more)));

/** What was captured outside of every page arrives. */
async function drained() {
  await happen(...([...platform.items.values()] as CapturedEvent[]));
  platform.items.clear();
}

async function begin(body: Guide): Promise<Place> {
  await publish(body);
  const page = open(1);
  await guides.start("tour", 1);
  await guides.orders(page);
  await told(["started", { step: body.steps[0]?.id }], ["step_shown", { step: body.steps[0]?.id }]);
  return page;
}

/** The tab shows a new document; what it is given to play. */
async function reload() {
  const page = open(1);
  await guides.arrive(page);
  return guides.orders(page);
}

beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  platform.time = 1_000 * HOUR;
  guides = createGuides(platform, store);
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
});

describe("a page that was loaded anew", () => {
  it("T34: knows by which answer a step of a survey was left", async () => {
    const ask = step("rate", { question: { type: "nps" } });
    await begin({ ...guide([ask, step("why"), step("thanks")]), kind: "survey" });
    const answer = { type: "nps", value: 9 } as const;
    await told(["answered", { step: "rate", answer }], ["step_completed", { step: "rate" }]);
    expect(await reload()).toMatchObject([
      { step: "rate", before: { done: ["rate"], left: { answer } }, startedBy: "resume" },
    ]);
  });

  const tour = guide([step("a"), step("b")]);

  it("T55: goes on at the step, unless the guide begins anew", async () => {
    await begin(tour);
    await told(["step_completed", { step: "a" }], ["step_shown", { step: "b" }]);
    expect(await reload()).toMatchObject([{ step: "b", before: { done: ["a"], left: null } }]);
    await publish({ ...tour, resume: { at: "start" } });
    expect(await reload()).toMatchObject([{ step: "a", startedBy: "resume" }]);
  });

  it("T55: puts a guide off that does not outlive its page, and it begins anew by hand", async () => {
    await begin({ ...tour, resume: { at: "never" } });
    await told(["step_completed", { step: "a" }], ["step_shown", { step: "b" }]);
    expect(await guides.arrive(open(1))).toEqual([]);
    await drained();
    expect(await store.getAll("runs")).toMatchObject([{ status: "snoozed" }]);
    expect(await reload()).toEqual([]);
    await guides.start("tour", 1);
    expect(await guides.orders(open(1))).toMatchObject([{ step: "a", startedBy: "manual" }]);
  });

  it("T55: goes on no later than its guide says", async () => {
    await begin({ ...tour, resume: { at: "step", within: "2h" } });
    platform.time += 2 * HOUR - 1000;
    expect(await reload()).toHaveLength(1);
    platform.time += HOUR;
    await reload();
    await drained();
    expect(await store.getAll("runs")).toMatchObject([{ status: "snoozed" }]);
  });
});

it("T45: what a guide leaves open about its look its workspace says", async () => {
  const body = { ...guide([step("a")]), theme: { radius: 4 } };
  const theme = { accent: "#b00020", radius: 20 };
  const bundle = bundleOf({ theme, guides: [{ version: 1, body }] });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
  const page = open(1);
  await guides.start("tour", 1);
  expect(await guides.orders(page)).toMatchObject([
    { guide: { theme: { accent: "#b00020", radius: 4 } }, accent: { fill: "#b00020" } },
  ]);
});

describe("a checklist", () => {
  const item = (id: string, feature: string) =>
    step(id, { advance: { on: "until", condition: { type: "used", feature } } });
  const list: Guide = {
    ...guide([item("look", "dashboard"), item("share", "share")]),
    kind: "checklist",
  };
  const finished = step("tour", {
    advance: { on: "until", condition: { type: "guide", guide: "first" } },
  });

  it("T39: counts what was done before it came, and tells its page what is done since", async () => {
    await publish(list);
    await happen(use("dashboard", platform.time));
    const page = await begin(list);
    expect(await guides.orders(page)).toMatchObject([{ items: ["look"] }]);
    await happen(use("share", platform.time));
    expect(platform.told).toContainEqual({
      tab: 1,
      message: { name: "checklist", guide: "tour", done: ["look", "share"] },
    });
  });

  it("T39: an item that was done stays done, whatever its condition says later", async () => {
    await begin(list);
    await told(["step_completed", { step: "share" }]);
    expect(await reload()).toMatchObject([{ before: { done: ["share"] }, items: [] }]);
  });

  it("T39: offers no guide that the person could not start", async () => {
    const label = { en: "Show me" };
    const link = { type: "link" as const, label, href: "https://docs.test/" };
    const actions = ["first", "gone", "later"].map((other) => ({
      type: "guide" as const,
      label,
      guide: other,
    }));
    const first = { ...guide([step("one")]), id: "first" };
    const later = { ...first, id: "later", schedule: { from: platform.time + HOUR } };
    await publish({ ...list, steps: [{ ...finished, actions: [link, ...actions] }] }, first, later);
    const page = open(1);
    await guides.start("tour", 1);
    expect(await guides.orders(page)).toMatchObject([
      { guide: { steps: [{ actions: [link, { guide: "first" }] }] } },
    ]);
  });

  it("T39: knows of a guide that was completed, also while that runs anew", async () => {
    const first = { ...guide([step("one")]), id: "first" };
    await publish({ ...list, steps: [finished] }, first);
    const page = open(1);
    await guides.start("tour", 1);
    const items = async () => (await guides.orders(page)).map((order) => order.items);
    expect(await items()).toEqual([[]]);
    await told(["started", { guide: "first" }], ["completed", { guide: "first" }]);
    expect(await items()).toEqual([["tour"]]);
    await told(["started", { guide: "first" }]);
    expect(await items()).toEqual([["tour"]]);
  });
});
