import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { use } from "../../test/support/captured.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { SignalDefinition } from "../model/signal.ts";
import { applyBundle, finishBundle } from "../store/apply-bundle.ts";
import { ingest } from "../store/ingest.ts";
import { getMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { readInsights } from "./insights.ts";

const CONTEXT = { version: "1.0.0", now: 1_000_000 };
const counting = (id: string, times: number): SignalDefinition => ({
  id,
  name: id,
  kind: "milestone",
  when: { type: "used", feature: "a", times },
});
const published = (revision: number, ...signals: SignalDefinition[]) => ({
  bundle: bundleOf({ revision, signals: signals.map((body) => ({ version: revision, body })) }),
  etag: null,
});

it("V26: a new definition looks through history some at a time, goes on after the worker ended, and comes into force whole", async () => {
  const name = uuidv7();
  let { store } = await openDevice(name);
  await enterWorkspace(store, CONNECTION);
  await applyBundle(store, published(1, counting("few", 2)), CONTEXT);
  // One late in a record of its own, so that it cannot simply be added.
  const times = Array.from({ length: 230 }, (_, at) => (at === 150 ? 3 : at + 10));
  for (const ts of times) await ingest(store, [use("a", ts)], CONTEXT);

  const ending = applyBundle(store, published(2, counting("many", 231)), {
    ...CONTEXT,
    onProgress: () => {
      throw new Error("the worker ended");
    },
  });
  await expect(ending).rejects.toThrow("the worker ended");
  store.close();
  ({ store } = await openDevice(name));

  const person = (await getMeta(store, "device"))?.id ?? "";
  const half = await readInsights(store, person, CONTEXT.now);
  expect(half.computing).toBeCloseTo(100 / 230, 5);
  expect(half.signals).toMatchObject([{ definition: { id: "few" }, value: true, since: 10 }]);
  await ingest(store, [use("a", 900)], CONTEXT);

  const told = await finishBundle(store, CONTEXT);
  expect(told).toMatchObject([{ value: { signal: "many", version: 2, value: true, since: 900 } }]);
  const whole = await readInsights(store, person, CONTEXT.now);
  expect(whole.computing).toBeNull();
  expect(whole.signals).toMatchObject([
    { definition: { id: "many" }, value: true, since: 900, evidence: 32, computing: false },
  ]);
  expect(await store.count("upcoming")).toBe(0);
  expect(await store.getAllKeys("matchers")).toEqual([[person, "many"]]);
  expect(await finishBundle(store, CONTEXT)).toBeNull();
  store.close();
});

it("V26: of what is not stored any more a milestone says from when on it counts", async () => {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  await applyBundle(store, published(1), CONTEXT);
  await ingest(store, [use("a", 10)], CONTEXT);
  const [oldest] = await store.getAllKeys("chunks");
  await ingest(store, [use("a", 500)], CONTEXT);
  await store.delete("chunks", oldest as number);

  await applyBundle(store, published(2, counting("few", 2)), CONTEXT);
  const person = (await getMeta(store, "device"))?.id ?? "";
  expect((await readInsights(store, person, CONTEXT.now)).signals).toMatchObject([
    { value: false, from: 500 },
  ]);
  await ingest(store, [use("a", 600)], CONTEXT);
  expect((await readInsights(store, person, CONTEXT.now)).signals).toMatchObject([
    { value: true, since: 600, from: 500 },
  ]);
  store.close();
});
