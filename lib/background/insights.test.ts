import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { guided, met, use } from "../../test/support/captured.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { SignalDefinition } from "../model/signal.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { ingest } from "../store/ingest.ts";
import { getMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { readEvidence, readInsights } from "./insights.ts";

const NOW = 20_633 * 86_400_000;
const CONTEXT = { version: "1.0.0", now: NOW };
const named = (id: string) => ({ id, name: id });
const when = { type: "used" as const, feature: "a", times: 2 };
const SIGNALS: SignalDefinition[] = [
  { ...named("live"), kind: "milestone", when },
  { ...named("breadth"), kind: "usage" },
  { ...named("angry"), kind: "frustration", what: ["error"], times: 1, within: "1h" },
  { ...named("helped"), kind: "outcome", guide: "tour", goal: "live", within: "1d" },
];

async function deviceWith(signals: readonly SignalDefinition[]) {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  const rules = [{ on: "click" as const, selector: "#x" }];
  const features = [{ version: 1, body: { ...named("a"), rules } }];
  const published = signals.map((body) => ({ version: 1, body }));
  const bundle = bundleOf({ features, signals: published });
  await applyBundle(store, { bundle, etag: null }, CONTEXT);
  return { store, person: (await getMeta(store, "device"))?.id ?? "" };
}

it("V16: insights are of this moment, in what they were made of too", async () => {
  const { store, person } = await deviceWith(SIGNALS);
  const values = async (now = NOW) =>
    (await readInsights(store, person, now)).signals.map(({ value }) => value);
  expect(await values()).toEqual([false, 0, false, null]);

  await ingest(store, [guided("step_shown", NOW - 50, { step: "one" })], CONTEXT);
  await ingest(store, [use("a", NOW - 40)], CONTEXT);
  const half = await readInsights(store, person, NOW);
  expect(half.signals[0]).toMatchObject({ value: false, progress: { done: 1, of: 2 } });
  await ingest(store, [use("a", NOW - 30), met("error", NOW - 20)], CONTEXT);
  const all = await readInsights(store, person, NOW);
  expect(all.signals.map(({ value }) => value)).toEqual([true, 1, true, "moved"]);
  expect(all.signals[1]?.detail).toMatchObject({ uses: 2, perActiveDay: 2 });
  expect(all.names.features).toEqual({ a: "a" });

  expect(await values(NOW + 2 * 3_600_000)).toEqual([true, 1, false, "moved"]);
  store.close();
});

it("the events behind a signal are named, as far as they are still here", async () => {
  const { store, person } = await deviceWith(SIGNALS);
  await ingest(store, [guided("step_shown", NOW - 50, { step: "one" })], CONTEXT);
  const [first] = await store.getAllKeys("chunks");
  await ingest(store, [use("a", NOW - 40), use("a", NOW - 30)], CONTEXT);
  expect(await readEvidence(store, person, "helped")).toMatchObject({
    events: [
      { kind: "feature", feature: "a", at: NOW - 30 },
      { kind: "feature", feature: "a", at: NOW - 40 },
      { kind: "guide", guide: "tour", at: NOW - 50 },
    ],
    gone: 0,
  });
  await store.delete("chunks", first as number);
  expect(await readEvidence(store, person, "helped")).toMatchObject({ gone: 1 });
  expect(await readEvidence(store, person, "unknown")).toEqual({ events: [], gone: 0 });
  store.close();
});
