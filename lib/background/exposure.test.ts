import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { guided, identified } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { CapturedEvent } from "../model/event.ts";
import type { Experiment } from "../model/experiment.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { ingest } from "../store/ingest.ts";
import { setMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { createGuides, type Guides } from "./guides.ts";

const SITE = "https://app.test";
const DAY = 86_400_000;
const PLACE = { tab: 1, url: new URL(`${SITE}/`), document: "one" };
const body = guide([step("a"), step("b")], {
  trigger: { start: "auto", frequency: "always" },
  experiment: "lift",
});

let store: Store;
let platform: MemoryPlatform;
let guides: Guides;

async function publish(more: Partial<Experiment>) {
  const experiment: Experiment = {
    id: "lift",
    name: "Lift",
    seed: "lift-2026",
    unit: "user",
    coverage: 1,
    holdout: 0,
    ...more,
  };
  const bundle = bundleOf({
    guides: [{ version: 3, body }],
    experiments: [{ version: 1, body: experiment }],
  });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
}

const happen = async (...events: CapturedEvent[]) =>
  guides.ingested(await ingest(store, events, { version: "1.0.0", now: platform.time }));

const shown = (step_: string) => guided("step_shown", platform.time, { step: step_, version: 3 });

/** What the server will be told of experiments. */
async function told() {
  const records = await store.getAll("outbox");
  return records
    .flatMap(({ items }) => items.map(({ message }) => message))
    .filter((message) => message.type === "track" && message.event === "Experiment Viewed");
}

beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  platform = createMemoryPlatform();
  platform.time = 100 * DAY;
  guides = createGuides(platform, store);
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
  platform.open.set(1, `${SITE}/`);
});

describe("D27: exposure", () => {
  it("is told once, when the guide has been painted, and not before", async () => {
    await publish({});
    await happen(identified("ada", platform.time, { account: "acme" }));
    expect(await guides.claim("tour", PLACE)).toMatchObject({ granted: true });
    await happen(guided("started", platform.time, { step: "a", version: 3 }));
    expect(await told()).toEqual([]);
    await happen(shown("a"));
    await happen(shown("b"));
    expect(await told()).toMatchObject([
      {
        userId: "ada",
        context: { groupId: "acme" },
        properties: { experiment_id: "lift", variation_id: "guide", guide: "tour", version: 3 },
      },
    ]);
  });

  it("of the holdout is told once, when the guide would have been shown", async () => {
    await publish({ holdout: 1 });
    expect(await guides.arrive(PLACE)).toEqual([{ guide: "tour", when: null }]);
    expect(await guides.claim("tour", PLACE, "typing")).toEqual({ granted: false, reason: "busy" });
    expect(await told()).toEqual([]);
    const held = { granted: false, reason: "experiment" };
    expect(await guides.claim("tour", PLACE)).toEqual(held);
    expect(await guides.claim("tour", PLACE)).toEqual(held);
    expect(await told()).toMatchObject([{ properties: { variation_id: "holdout" } }]);
    expect(await guides.arrive(PLACE)).toEqual([]);
    expect(platform.overlays).toEqual([]);
  });

  it("of the holdout waits for what the guide would have waited for", async () => {
    await publish({ holdout: 1 });
    const person = (await store.getAll("meta")).find(({ key }) => key === "device");
    const at = platform.time - 60_000;
    const { id } = person?.value as { id: string };
    await store.put("showings", { person: id, guide: "other", at, dismissed: true });
    expect(await guides.arrive(PLACE)).toEqual([]);
    expect(await guides.claim("tour", PLACE)).toMatchObject({ reason: "cool-down" });
    expect(await told()).toEqual([]);
  });

  it("is nothing for who takes no part, or asked for the guide", async () => {
    await publish({ coverage: 0 });
    await guides.claim("tour", PLACE);
    await happen(shown("a"));
    expect(await told()).toEqual([]);
    await publish({});
    await happen(guided("completed", platform.time));
    await guides.start("tour", 1);
    await happen(guided("started", platform.time, { step: "a" }), shown("a"));
    expect(await told()).toEqual([]);
  });

  it("is not told again when the person becomes known, and goes with their data", async () => {
    await publish({ holdout: 1 });
    await guides.claim("tour", PLACE);
    await happen(guided("started", platform.time), identified("ada", platform.time));
    await guides.claim("tour", PLACE);
    expect(await told()).toHaveLength(1);
    expect(await store.getAll("exposures")).toMatchObject([{ person: "ada" }]);
  });
});

it("I8: who becomes known is shown no more than who was known all the time", async () => {
  const bundle = bundleOf({
    guides: [{ version: 1, body: { ...body, experiment: undefined } as typeof body }],
  });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
  await guides.claim("tour", PLACE);
  await happen(guided("started", platform.time), guided("step_shown", platform.time));
  await happen(guided("dismissed", platform.time));
  platform.time += 60_000;
  await happen(identified("ada", platform.time));
  expect(await store.getAll("showings")).toMatchObject([{ person: "ada", dismissed: true }]);
  expect(await guides.claim("tour", PLACE)).toMatchObject({ reason: "cool-down" });
});
