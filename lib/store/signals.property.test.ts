import "fake-indexeddb/auto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { guided, identified, met, use } from "../../test/support/captured.ts";
import { EVERY_KIND } from "../../test/support/every-kind.ts";
import { recomputeSignals } from "../../test/support/recomputed-signals.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { CapturedEvent } from "../model/event.ts";
import { DAY_MS } from "../signal/day.ts";
import { applyBundle, finishBundle } from "./apply-bundle.ts";
import { settleDue } from "./due.ts";
import { eventsOf } from "./history.ts";
import { ingest } from "./ingest.ts";
import { getMeta } from "./meta.ts";
import { openDevice } from "./open.ts";
import { personOf } from "./person.ts";
import type { Store } from "./schema.ts";
import { enterWorkspace } from "./workspace.ts";

const HOUR = 3_600_000;
/** A Monday. */
const START = 20_633 * DAY_MS;
const used = (feature: string) => ({ type: "used" as const, feature });

type Happening =
  | { what: "wait"; hours: number }
  | { what: "a" | "b" | "c" | "error" | "shown"; hoursAgo: number }
  | { what: "back"; hours: number }
  | { what: "ada" }
  | { what: "again" }
  | { what: "publish"; version: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant("wait" as const),
      hours: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(7 * 24)),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constantFrom("a", "a", "a", "b", "c", "error", "shown"),
      // Most are told at once, some later, and some by a clock that is ahead.
      hoursAgo: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 200 }) },
        { weight: 1, arbitrary: fc.integer({ min: -60, max: -1 }) },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("back" as const),
      hours: fc.integer({ min: 1, max: 90 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ what: "again" as const }) },
  { weight: 1, arbitrary: fc.constant({ what: "ada" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("publish" as const),
      version: fc.integer({ min: 1, max: 3 }),
    }),
  },
) as fc.Arbitrary<Happening>;

const bundleAt = (revision: number, version: number) =>
  bundleOf({
    revision,
    features: ["a", "b", "c"].map((id) => ({
      version: 1,
      body: { id, name: id, rules: [{ on: "click" as const, selector: "#x" }] },
    })),
    // A definition changes: the third version has no drop, the second another window.
    signals: EVERY_KIND.filter(({ kind }) => version < 3 || kind !== "drop").map((body) => ({
      version: body.kind === "milestone" ? version : 1,
      body: body.kind === "milestone" && version === 2 ? { ...body, when: used("b") } : body,
    })),
  });

/** Value and `since` of each signal from all stored events, by nothing but them. */
async function recomputed(store: Store, person: string, now: number) {
  const device = await getMeta(store, "device");
  if (!device) throw new Error("no device");
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const chunks = store.transaction("chunks").store;
  const events = await eventsOf(chunks, person, (event) => personOf(event, device));
  const { signals = [], features = [] } = bundle ?? {};
  return recomputeSignals(events, { signals, features, person, now });
}

async function kept(store: Store, person: string) {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const records = await store.getAll("signals", IDBKeyRange.bound([person], [person, []]));
  return (bundle?.signals ?? []).map(({ body }) => {
    const value = records.find(({ signal }) => signal === body.id)?.value;
    return { signal: body.id, version: value?.version, value: value?.value, since: value?.since };
  });
}

it("V16: with every kind, kept with each event and by the clock equals recomputed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 25 }), async (story) => {
      const name = uuidv7();
      let { store } = await openDevice(name);
      await enterWorkspace(store, CONNECTION);
      let now = START + 10 * HOUR;
      let revision = 1;
      const context = () => ({ version: "1.0.0", now });
      await applyBundle(store, { bundle: bundleAt(1, 1), etag: null }, context());
      let last: CapturedEvent[] = [];
      // What time alone has made true stays so, also when the clock is put back.
      const ignored = new Set(story.some(({ what }) => what === "back") ? ["quiet"] : []);
      for (const one of story) {
        if (one.what === "wait") {
          now += one.hours * HOUR;
          await settleDue(store, context());
        } else if (one.what === "publish") {
          revision += 1;
          const bundle = bundleAt(revision, one.version);
          await applyBundle(store, { bundle, etag: null }, context());
        } else {
          if (one.what === "back") now -= one.hours * HOUR;
          if (one.what === "back") last = [captured("c", now)];
          else if (one.what === "ada") last = [identified("ada", now)];
          else if (one.what !== "again") last = [captured(one.what, now - one.hoursAgo * HOUR)];
          await ingest(store, last, context());
        }
        // The worker may end at any time: nothing but the database is left.
        store.close();
        ({ store } = await openDevice(name));
        const device = (await getMeta(store, "device"))?.id ?? "";
        for (const person of [device, "ada"]) {
          if ((await store.count("signals", IDBKeyRange.bound([person], [person, []]))) === 0)
            continue;
          const compared = (all: { signal: string }[]) =>
            all.filter(({ signal }) => !ignored.has(signal));
          expect(compared(await kept(store, person))).toEqual(
            compared(await recomputed(store, person, now)),
          );
        }
      }
      expect(await finishBundle(store, context())).toBeNull();
      store.close();
    }),
    { numRuns: 40 },
  );
});

function captured(what: "a" | "b" | "c" | "error" | "shown", ts: number): CapturedEvent {
  if (what === "error") return met("error", ts);
  if (what === "shown") return guided("step_shown", ts, { step: "one" });
  return use(what, ts);
}
