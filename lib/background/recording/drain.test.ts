import "fake-indexeddb/auto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { recordedKey } from "../../model/recorded-key.ts";
import type { RecordedStep } from "../../model/recording.ts";
import { type AuthoringStore, openAuthoring } from "../../store/authoring/database.ts";
import { givePicture, removeSteps, stepsOf } from "../../store/authoring/recordings.ts";
import type { Platform } from "../platform.ts";
import { drainRecorded } from "./drain.ts";

const RECORDING = uuidv7();
let clock = 1_000;

/** `storage.local` that can lose its worker: after `callsLeft` calls none comes back. */
function createArea() {
  const items = new Map<string, unknown>();
  const area = { items, callsLeft: Number.POSITIVE_INFINITY, local: {} as Platform["local"] };
  const alive = async <T>(act: () => T): Promise<T> => {
    area.callsLeft -= 1;
    if (area.callsLeft < 0) throw new Error("the worker was killed");
    return act();
  };
  area.local = {
    getAll: () => alive(() => Object.fromEntries(items)),
    set: (added) =>
      alive(() => {
        for (const [key, value] of Object.entries(added)) items.set(key, value);
      }),
    remove: (keys) =>
      alive(() => {
        for (const key of keys) items.delete(key);
      }),
  };
  return area;
}

function click(at = clock++): RecordedStep {
  const fingerprint = { tag: "button", name: "Save" };
  return {
    id: uuidv7(),
    at,
    gesture: { type: "click" },
    url: "https://app.test/",
    anchor: { samples: [{ fingerprint }] },
  };
}

async function openStore(): Promise<AuthoringStore> {
  const store = await openAuthoring(uuidv7());
  await store.put("recordings", { id: RECORDING, state: "recording", startedAt: 0, tabs: [1] });
  return store;
}

const write = (items: Map<string, unknown>, step: RecordedStep) =>
  items.set(recordedKey(RECORDING, step.id), { of: RECORDING, what: { step } });
const ids = async (store: AuthoringStore) => (await stepsOf(store, RECORDING)).map(({ id }) => id);

describe("drain of recorded steps", () => {
  it("W2: each step is there once and in its order, wherever the worker is killed", async () => {
    const round = fc.record({
      steps: fc.array(fc.nat({ max: 50 }), { maxLength: 4 }),
      callsBeforeDeath: fc.nat({ max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 8 }), async (rounds) => {
        const store = await openStore();
        const area = createArea();
        const done: RecordedStep[] = [];
        for (const { steps, callsBeforeDeath } of rounds) {
          for (const at of steps) {
            const step = click(at);
            done.push(step);
            write(area.items, step);
          }
          area.callsLeft = callsBeforeDeath;
          await drainRecorded(area, store).catch(() => undefined);
        }
        area.callsLeft = Number.POSITIVE_INFINITY;
        await drainRecorded(area, store);
        const inOrder = done.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
        expect(await ids(store)).toEqual(inOrder.map(({ id }) => id));
        expect(area.items.size).toBe(0);
        store.close();
      }),
      { numRuns: 60 },
    );
  });

  it("W2: what becomes known later comes to its step, and never brings back one that was taken back", async () => {
    const store = await openStore();
    const area = createArea();
    const [one, other] = [click(), click()];
    write(area.items, one);
    write(area.items, other);
    await drainRecorded(area, store);
    await removeSteps(store, RECORDING, [other.id]);
    write(area.items, other);
    const rarity = { shared: { text: 1 }, margin: 0.4 };
    for (const [n, { id: step }] of [one, other].entries()) {
      const what = { later: { step, rarity } };
      area.items.set(recordedKey(RECORDING, step, n), { of: RECORDING, what });
    }
    await drainRecorded(area, store);
    const [kept, ...others] = await stepsOf(store, RECORDING);
    expect(others).toEqual([]);
    expect(kept?.anchor?.samples[0]).toMatchObject({ fingerprint: { tag: "button" }, rarity });
  });

  it("W2: a step whose element cannot be read is a step all the same; what is no step stops nothing", async () => {
    const store = await openStore();
    const area = createArea();
    const broken = { ...click(), anchor: { samples: [{ fingerprint: { tag: 7 } }] } };
    write(area.items, broken as unknown as RecordedStep);
    area.items.set(recordedKey(RECORDING, "x"), "nonsense");
    const fine = click();
    write(area.items, fine);
    await drainRecorded(area, store);
    expect(await ids(store)).toEqual([broken.id, fine.id]);
  });

  it("W4: a picture comes to its step, whichever of the two was first", async () => {
    const store = await openStore();
    const area = createArea();
    const [one, other] = [click(), click()];
    const pictured = (step: RecordedStep) =>
      givePicture(store, { recording: RECORDING, step: step.id, picture: `of ${step.id}` });
    await pictured(one);
    for (const step of [one, other]) write(area.items, step);
    await drainRecorded(area, store);
    await pictured(other);
    const steps = await stepsOf(store, RECORDING);
    expect(steps.map(({ picture }) => picture)).toEqual([`of ${one.id}`, `of ${other.id}`]);
    expect(await store.get("recordings", RECORDING)).toMatchObject({ early: {} });
  });
});
