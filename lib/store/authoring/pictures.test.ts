import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import type { Guide } from "../../model/guide.ts";
import { type AuthoringStore, openAuthoring } from "./database.ts";
import { dropSparePictures, keepPicture, readPicture } from "./pictures.ts";

const DAY = 24 * 60 * 60 * 1000;

let store: AuthoringStore;
beforeEach(async () => {
  store = await openAuthoring(`pictures-${crypto.randomUUID()}`);
});

function keep(text: string, madeAt = 0): Promise<string> {
  const content = new TextEncoder().encode(text).buffer as ArrayBuffer;
  return keepPicture(store, {
    type: "image/webp",
    content,
    width: 8,
    height: 5,
    scale: 1,
    madeAt,
  });
}

const step = (id: string) => ({
  id,
  at: 0,
  gesture: { type: "input" as const },
  url: "http://a.test/",
});

it("P11: a picture is named by its bytes, and the same bytes are one picture", async () => {
  const name = await keep("one");
  expect(name).toBe("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
  expect(await keep("one")).toBe(name);
  expect(await store.count("pictures")).toBe(1);
  expect(new TextDecoder().decode((await readPicture(store, name))?.content)).toBe("one");
  expect(await readPicture(store, "0".repeat(64))).toBeUndefined();
});

it("P11: what nothing has named for a day goes; what a draft or a recording names stays", async () => {
  const [drafted, recorded, early, spare] = await Promise.all(
    ["drafted", "recorded", "early", "spare"].map((text) => keep(text)),
  );
  const young = await keep("young", DAY);
  const body = { en: [{ type: "image", asset: drafted, alt: "A" }] };
  const guide = { steps: [{ body }] } as unknown as Guide;
  await store.put("drafts", { id: "g", guide, base: null, changedAt: 0 });
  await store.put("recorded", { ...step("a"), recording: "r", n: 0, picture: recorded ?? "" });
  await store.put("recordings", {
    id: "r",
    state: "recording",
    startedAt: 0,
    tabs: [],
    early: { b: early ?? "" },
  });
  expect(await dropSparePictures(store, DAY + 1)).toEqual([spare]);
  const left = (await store.getAllKeys("pictures")).sort();
  expect(left).toEqual([drafted, recorded, early, young].sort());
});
