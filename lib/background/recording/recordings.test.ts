import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import {
  createMemoryPlatform,
  type MemoryPlatform,
} from "../../../test/support/memory-platform.ts";
import { Guide } from "../../model/guide.ts";
import { parse } from "../../model/parse.ts";
import { recordedKey } from "../../model/recorded-key.ts";
import type { RecordedStep } from "../../model/recording.ts";
import { type AuthoringStore, openAuthoring } from "../../store/authoring/database.ts";
import { createRecordings, type Recordings } from "./recordings.ts";

let platform: MemoryPlatform;
let store: AuthoringStore;
let recordings: Recordings;

beforeEach(async () => {
  platform = createMemoryPlatform();
  platform.open.set(1, "https://app.test/").set(2, "https://app.test/b").set(3, "chrome://newtab");
  platform.permitted.add("https://app.test");
  store = await openAuthoring(uuidv7());
  recordings = createRecordings(platform, store, async () => ["en", "ru"]);
});

const arrive = (tab: number) => recordings.arrive(tab, uuidv7());

let clock = 1_000;
async function click(name: string, tab = 1): Promise<RecordedStep> {
  const answer = await arrive(tab);
  if (!answer) throw new Error(`tab ${tab} is not recorded`);
  return write(answer.recording, name);
}

function write(of: string, name: string): RecordedStep {
  clock += 3_000;
  const step: RecordedStep = {
    id: uuidv7(),
    at: clock,
    gesture: { type: "click" },
    url: "https://app.test/",
    anchor: { samples: [{ fingerprint: { tag: "button", name } }] },
  };
  platform.items.set(recordedKey(of, step.id), { of, what: { step } });
  return step;
}

const titles = async () => {
  await recordings.drain();
  return (await recordings.state())?.steps.map(({ title }) => title.en);
};

describe("recordings", () => {
  it("W3: only recorded tabs, and those that they open, are told of a recording", async () => {
    expect(await arrive(1)).toBeNull();
    await recordings.start(1);
    expect(await arrive(1)).toMatchObject({ opened: false, url: "https://app.test/" });
    expect(await arrive(2)).toBeNull();
    platform.openers.set(2, 1);
    expect(await arrive(2)).toMatchObject({ opened: true });
    expect((await recordings.state())?.tabs).toEqual([1, 2]);
    expect(platform.recording.shown).toEqual(new Set([1, 2]));
  });

  it("W1: what a document wrote that was left before it was answered is taken once it is known whose it is", async () => {
    await recordings.start(1);
    const [ours, other] = [uuidv7(), uuidv7()];
    write(ours, "Early");
    write(other, "Of another tab");
    expect(await titles()).toEqual([]);
    await recordings.arrive(2, other);
    await recordings.arrive(1, ours);
    expect(await titles()).toEqual(["Click “Early”"]);
    await recordings.discard();
    expect(platform.items.size).toBe(0);
  });

  it("W3: a tab that cannot be recorded leaves nothing behind, and says what to do", async () => {
    await expect(recordings.start(3)).rejects.toThrow(/allow Waymark on it/);
    expect(await recordings.state()).toBeNull();
    expect(platform.recording.on).toBe(false);
    await recordings.start(1);
    await expect(recordings.start(2)).rejects.toThrow(/Finish or discard/);
  });

  it("W5: pages stop recording at a pause, and go on after it", async () => {
    await recordings.start(1);
    await click("One");
    await recordings.pause();
    expect(platform.told).toContainEqual({ tab: 1, message: { name: "recording.end" } });
    expect(platform.recording).toMatchObject({ on: false, shown: new Set() });
    expect(await recordings.state()).toMatchObject({ state: "paused" });
    expect(await arrive(1)).toBeNull();
    await recordings.resume(2);
    expect(platform.recording).toMatchObject({ on: true, injected: [1, 2] });
    await click("Two", 2);
    expect(await titles()).toEqual(["Click “One”", "Click “Two”"]);
  });

  it("W5: after the browser was restarted the steps are there, and it can be gone on with elsewhere", async () => {
    await recordings.start(1);
    await click("One");
    platform.recording.on = false;
    recordings = createRecordings(platform, store, async () => ["en"]);
    expect(await titles()).toEqual(["Click “One”"]);
    expect(await recordings.state()).toMatchObject({ state: "interrupted" });
    await recordings.resume(2);
    expect(await recordings.state()).toMatchObject({ state: "recording", tabs: [2] });
  });

  it("W6: the last step, or any, is taken back for good with all that it was made of", async () => {
    await recordings.start(1);
    const [one, two] = [await click("One"), await click("Two")];
    await click("Three");
    await recordings.undo();
    await recordings.remove(one.id);
    expect(await titles()).toEqual(["Click “Two”"]);
    await recordings.remove(two.id);
    await expect(recordings.finish()).rejects.toThrow(/no step yet/);
    await recordings.discard();
    expect(await recordings.state()).toBeNull();
  });

  it("W8: finished, it is a draft that is valid; nothing of the recording is left", async () => {
    await recordings.start(1);
    await click("Deploy");
    const { guide } = await recordings.finish();
    const draft = await store.get("drafts", guide);
    expect(draft).toMatchObject({
      base: null,
      guide: { kind: "how-to", name: { en: "How-to: /" } },
    });
    expect(parse(Guide, draft?.guide).ok).toBe(true);
    expect(await recordings.state()).toBeNull();
    expect(await store.count("recorded")).toBe(0);
  });

  it("W9: steps for a draft come after the step they were recorded for; without that draft they are a new one", async () => {
    await recordings.start(1);
    await click("One");
    const { guide } = await recordings.finish();
    const first = (await store.get("drafts", guide))?.guide.steps[0]?.id ?? null;
    await recordings.start(1, { guide, after: first });
    await click("Two");
    expect(await recordings.finish()).toEqual({ guide });
    const after = (await store.get("drafts", guide))?.guide.steps.map(({ title }) => title.en);
    expect(after).toEqual(["Click “One”", "Click “Two”"]);
    await recordings.start(1, { guide: "gone", after: null });
    await click("Three");
    const made = await recordings.finish();
    expect((await store.get("drafts", made.guide))?.guide.steps).toHaveLength(1);
  });
});
