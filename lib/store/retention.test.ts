import "fake-indexeddb/auto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { use } from "../../test/support/captured.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { Milestone } from "../model/signal.ts";
import { applyBundle } from "./apply-bundle.ts";
import { readEvents } from "./history.ts";
import { ingest } from "./ingest.ts";
import { openDevice } from "./open.ts";
import { forgetOld, RETENTION } from "./retention.ts";
import type { Store } from "./schema.ts";
import { enterWorkspace } from "./workspace.ts";

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const deployed: Milestone = {
  id: "deployed",
  name: "Deployed",
  kind: "milestone",
  when: { type: "used", feature: "deploy", times: 2 },
};
const context = { version: "1.0.0", now: NOW };

async function openWith(): Promise<Store> {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  const bundle = bundleOf({ signals: [{ version: 1, body: deployed }] });
  await applyBundle(store, { bundle, etag: null }, context);
  return store;
}

async function stored(store: Store): Promise<number[]> {
  const days: number[] = [];
  for await (const { ts } of readEvents(store.transaction("chunks").store)) days.push(ts / DAY);
  return days;
}

const ago = (days: number) => NOW - days * DAY;

describe("I9: what is old goes", () => {
  it("forgets events after 90 days and counts after 400, and looks once a day", async () => {
    const store = await openWith();
    for (const days of [401, 91, 89, 1]) await ingest(store, [use("deploy", ago(days))], context);
    expect(await forgetOld(store, NOW)).toBe(2);
    expect(await stored(store)).toEqual([911, 999]);
    const counted = (await store.getAllKeys("daily")).map(([, , day]) => day);
    expect(counted).toEqual([909, 911, 999]);
    await ingest(store, [use("deploy", ago(200))], context);
    expect(await forgetOld(store, NOW + DAY - 1)).toBe(0);
    expect(await forgetOld(store, NOW + DAY)).toBe(1);
  });

  it("keeps what came late with what it came with", async () => {
    const store = await openWith();
    await ingest(store, [use("deploy", ago(100)), use("deploy", ago(2))], context);
    expect(await forgetOld(store, NOW)).toBe(0);
  });

  it("keeps no more than so many events, the newest, whatever their order", async () => {
    const batches = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 0, max: 200 }), async (sizes, events) => {
        const store = await openWith();
        for (const size of sizes) {
          const batch = Array.from({ length: size }, () => use("deploy", ago(1)));
          await ingest(store, batch, context);
        }
        await forgetOld(store, NOW, { ...RETENTION, events });
        const left = (await stored(store)).length;
        const all = sizes.reduce((sum, size) => sum + size, 0);
        expect(left).toBeLessThanOrEqual(events);
        if (all <= events) expect(left).toBe(all);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps what was reached by events that are gone, also after something late", async () => {
    const store = await openWith();
    const uses = [use("deploy", ago(120)), use("deploy", ago(110))];
    await ingest(store, uses, context);
    await ingest(store, [use("deploy", ago(3))], context);
    expect(await forgetOld(store, NOW)).toBe(2);
    await ingest(store, [use("deploy", ago(115))], context);
    const [signal] = await store.getAll("signals");
    expect(signal?.value).toMatchObject({ value: true, since: uses[1]?.ts });
  });
});
