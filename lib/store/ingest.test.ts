import "fake-indexeddb/auto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { identified, met, use } from "../../test/support/captured.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { Milestone } from "../model/signal.ts";
import { recompute } from "../signal/advance.ts";
import { signalValue } from "../signal/value.ts";
import { applyBundle } from "./apply-bundle.ts";
import { readEvents, toOrdered } from "./history.ts";
import { ingest } from "./ingest.ts";
import { getMeta } from "./meta.ts";
import { openDevice } from "./open.ts";
import type { Store } from "./schema.ts";
import { enterWorkspace } from "./workspace.ts";

const context = { version: "1.0.0", now: 1_000_000 };
const signals: { version: number; body: Milestone }[] = [
  {
    version: 1,
    body: {
      id: "first-flow",
      name: "First flow",
      kind: "milestone",
      when: {
        type: "sequence",
        sequence: {
          steps: [{ feature: "add", times: 2 }, { feature: "wire" }, { feature: "deploy" }],
          within: "30m",
          without: ["undo"],
        },
      },
    },
  },
  {
    version: 1,
    body: {
      id: "busy",
      name: "Busy",
      kind: "milestone",
      when: { type: "used", feature: "deploy", times: 3, within: "1h" },
    },
  },
];

const bundle = bundleOf({ signals });

async function openWith(definitions: typeof signals): Promise<Store> {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  await applyBundle(store, { bundle: { ...bundle, signals: definitions }, etag: null }, context);
  return store;
}

async function valuesOf(store: Store) {
  const records = await store.getAll("matchers");
  return records.map(({ person, signal, state }) => {
    const body = signals.find((definition) => definition.body.id === signal)?.body;
    return { person, value: body && signalValue(body, 1, state) };
  });
}

describe("ingest", () => {
  it("I2, I3: the same events again change nothing", async () => {
    const store = await openWith(signals);
    const events = [use("add", 1), use("add", 2), use("wire", 3), use("deploy", 4)];
    const first = await ingest(store, events, context);
    const second = await ingest(store, events, context);

    expect(first.changes.map(({ value }) => value.signal)).toEqual(["first-flow"]);
    expect(second).toMatchObject({ events: [], changes: [] });
    expect(await store.getAll("daily")).toHaveLength(3);
    const outbox = (await store.getAll("outbox")).flatMap(({ items }) => items);
    expect(outbox.map(({ message }) => message.type === "track" && message.event)).toEqual([
      ...Array(4).fill("Feature Used"),
      "Signal Changed",
    ]);
  });

  it("E11: what somebody ran into is kept with who they were, and is no use of a feature", async () => {
    const store = await openWith(signals);
    await ingest(store, [identified("ada", 1), met("dead_click", 2, { feature: "add" })], context);
    const stored = await Array.fromAsync(readEvents(store.transaction("chunks").store));
    expect(stored).toMatchObject([
      { kind: "friction", what: "dead_click", feature: "add", user: "ada" },
    ]);
    expect(await store.getAll("daily")).toEqual([]);
  });

  it("I4: signals equal recomputation, whatever the batches and the order", async () => {
    const feature = fc.constantFrom("add", "wire", "deploy", "undo", "other");
    const minute = fc.integer({ min: 0, max: 90 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.tuple(feature, minute), { maxLength: 8 }), { maxLength: 8 }),
        async (batches) => {
          const store = await openWith(signals);
          for (const batch of batches) {
            await ingest(
              store,
              batch.map(([name, at]) => use(name, at * 60_000)),
              context,
            );
          }
          const stored = await Array.fromAsync(readEvents(store.transaction("chunks").store));
          for (const { version, body } of signals) {
            const expected = recompute(body, version, stored.flatMap(toOrdered));
            const device = await getMeta(store, "device");
            const state = (await store.get("matchers", [device?.id ?? "", body.id]))?.state;
            expect(signalValue(body, 1, state)).toEqual(signalValue(body, 1, expected));
          }
          store.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it("I6: anonymous use belongs to the person who then identifies", async () => {
    const store = await openWith(signals);
    await ingest(store, [use("add", 1), use("add", 2), use("wire", 3)], context);
    await ingest(store, [identified("ada", 4, { account: "acme" })], context);
    const { changes } = await ingest(store, [use("deploy", 5)], context);

    expect(changes).toMatchObject([{ person: "ada", user: "ada", account: "acme" }]);
    const values = await valuesOf(store);
    expect(values.every(({ person }) => person === "ada")).toBe(true);
    const days = await store.getAll("daily");
    expect(days.map(({ person, feature, count: n }) => [person, feature, n])).toEqual([
      ["ada", "add", 2],
      ["ada", "deploy", 1],
      ["ada", "wire", 1],
    ]);
  });

  it("a changed definition is computed from what is stored", async () => {
    const store = await openWith([]);
    await ingest(store, [use("deploy", 1), use("deploy", 2), use("deploy", 3)], context);
    const next = { ...bundle, revision: 2 };
    const changes = await applyBundle(store, { bundle: next, etag: null }, context);
    expect(changes).toMatchObject([{ value: { signal: "busy", value: true, since: 3 } }]);
  });
});
