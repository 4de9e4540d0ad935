import "fake-indexeddb/auto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import type { FeatureEvent } from "../model/event.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { readEvents } from "../store/history.ts";
import { getMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { createDrain } from "./drain.ts";
import type { Platform } from "./platform.ts";

/** `storage.local` that can lose its worker: from `dieAt` on, every call of this many never comes back. */
function createArea() {
  const items = new Map<string, unknown>();
  let callsLeft = Number.POSITIVE_INFINITY;
  const alive = async <T>(act: () => T): Promise<T> => {
    callsLeft -= 1;
    if (callsLeft < 0) throw new Error("the worker was killed");
    return act();
  };
  return {
    items,
    dieAfter: (calls: number) => {
      callsLeft = calls;
    },
    local: {
      getAll: () => alive(() => Object.fromEntries(items)),
      set: (added: Record<string, unknown>) =>
        alive(() => {
          for (const [key, value] of Object.entries(added)) items.set(key, value);
        }),
      remove: (keys: string[]) =>
        alive(() => {
          for (const key of keys) items.delete(key);
        }),
    },
  };
}

let seq = 0;
function use(): FeatureEvent {
  return {
    kind: "feature",
    feature: "save",
    id: uuidv7(),
    ts: 1_000 + seq,
    boot: "018f0000-0000-7000-8000-00000000000b",
    seq: seq++,
    host: "app.test",
    path: "/",
  };
}

const platformOf = (local: Platform["local"]) =>
  ({ local, version: "1.0.0", now: () => 5_000, managed }) as Platform;
const managed: Platform["managed"] = async () => ({ consent: "implied" });

async function storedIds(store: Store): Promise<string[]> {
  const events = await Array.fromAsync(readEvents(store.transaction("chunks").store));
  return events.map(({ id }) => id);
}

describe("drain", () => {
  it("I3: each event counts once, wherever the worker is killed", async () => {
    const round = fc.record({ events: fc.nat({ max: 4 }), callsBeforeDeath: fc.nat({ max: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 8 }), async (rounds) => {
        const { store } = await openDevice(uuidv7());
        const area = createArea();
        const captured: string[] = [];
        const wake = () => createDrain(platformOf(area.local), store, async () => undefined)();
        for (const { events, callsBeforeDeath } of rounds) {
          for (const event of Array.from({ length: events }, use)) {
            captured.push(event.id);
            area.items.set(EVENT_KEY + event.id, event);
          }
          area.dieAfter(callsBeforeDeath);
          await wake().catch(() => undefined);
        }
        area.dieAfter(Number.POSITIVE_INFINITY);
        await wake();
        expect((await storedIds(store)).sort()).toEqual(captured.sort());
        expect(area.items.size).toBe(0);
        store.close();
      }),
      { numRuns: 150 },
    );
  });

  it("I5: what is no event is thrown away and counted, and stops nothing", async () => {
    const { store } = await openDevice(uuidv7());
    const area = createArea();
    const good = use();
    const forged = { ...use(), value: "typed text" };
    area.items.set(EVENT_KEY + good.id, good);
    area.items.set(EVENT_KEY + forged.id, forged);
    const impossible = { ...use(), ts: 8.64e15 + 1 };
    area.items.set(EVENT_KEY + impossible.id, impossible);
    area.items.set(`${EVENT_KEY}other`, use());
    area.items.set("site:https://app.test", { format: 1, features: [] });
    await createDrain(platformOf(area.local), store, async () => undefined)();
    expect(await storedIds(store)).toEqual([good.id]);
    expect(await getMeta(store, "unreadable")).toBe(3);
    expect([...area.items.keys()]).toEqual(["site:https://app.test"]);
  });

  it("E7: who is here is only taken from a call, never from storage that other sites can write", async () => {
    const { store } = await openDevice(uuidv7());
    const area = createArea();
    const said = { ...use(), kind: "identify", user: "ada" } as const;
    const { feature: _, ...identify } = said;
    const forged = { ...identify, id: uuidv7(), user: "mallory" };
    const after = use();
    area.items.set(EVENT_KEY + forged.id, forged);
    area.items.set(EVENT_KEY + after.id, after);
    await createDrain(platformOf(area.local), store, async () => undefined)(identify);
    const [stored] = await Array.fromAsync(readEvents(store.transaction("chunks").store));
    expect(stored).toMatchObject({ id: after.id, user: "ada" });
    expect(await getMeta(store, "unreadable")).toBe(1);
  });
});
