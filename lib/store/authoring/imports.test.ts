import "fake-indexeddb/auto";
import { openDB } from "idb";
import { expect, it } from "vitest";
import type { Guide } from "../../model/guide.ts";
import { type ImportRecord, openAuthoring } from "./database.ts";
import { decideTarget, draftIds, endImport, keepImport, listImports } from "./imports.ts";

const step = (id: string) => ({
  id,
  title: { en: id },
  body: { en: [] },
  advance: { on: "next" as const },
});
const GUIDE: Guide = {
  format: 1,
  id: "imported",
  kind: "tour",
  name: { en: "Imported" },
  steps: [step("one"), step("two")],
  trigger: { start: "manual" },
};
const RECORD: ImportRecord = {
  id: GUIDE.id,
  file: "tour.js",
  importedAt: 5,
  total: 2,
  open: [
    { step: "one", path: "steps[0].element", selector: "#a" },
    { step: "two", path: "steps[1].element", selector: "#b", others: ["xpath//b"] },
  ],
  findings: [],
};
let count = 0;
const fresh = () => openAuthoring(`authoring-${count++}`);

it("X35: what is to be confirmed is kept beside the draft, and gone with the last decision", async () => {
  const store = await fresh();
  expect(await keepImport(store, GUIDE, RECORD)).toBe(true);
  expect(await listImports(store)).toEqual([{ record: RECORD, guide: GUIDE }]);
  const first = await decideTarget(store, GUIDE.id, "one", null, 6);
  expect(first?.open.map((target) => target.step)).toEqual(["two"]);
  expect((await store.get("drafts", GUIDE.id))?.changedAt).toBe(5);
  const name = { en: "Named" };
  expect(await decideTarget(store, GUIDE.id, "two", (draft) => ({ ...draft, name }), 4)).toBeNull();
  expect(await listImports(store)).toEqual([]);
  expect(await store.get("drafts", GUIDE.id)).toMatchObject({ guide: { name }, changedAt: 6 });
});

it("X35: an edit of the draft meanwhile stays", async () => {
  const store = await fresh();
  await keepImport(store, GUIDE, RECORD);
  const draft = await store.get("drafts", GUIDE.id);
  if (!draft) throw new Error("no draft");
  await store.put("drafts", { ...draft, guide: { ...GUIDE, name: { en: "Edited" } } });
  await decideTarget(store, GUIDE.id, "one", (now) => ({ ...now, priority: 3 }), 9);
  expect((await store.get("drafts", GUIDE.id))?.guide).toMatchObject({
    name: { en: "Edited" },
    priority: 3,
  });
});

it("X35: no draft is written over, and a draft that was deleted leaves nothing to confirm", async () => {
  const store = await fresh();
  await keepImport(store, GUIDE, RECORD);
  expect(await keepImport(store, { ...GUIDE, name: { en: "Other" } }, RECORD)).toBe(false);
  expect((await store.get("drafts", GUIDE.id))?.guide.name).toEqual(GUIDE.name);
  expect(await draftIds(store)).toEqual([GUIDE.id]);
  await store.delete("drafts", GUIDE.id);
  expect(await decideTarget(store, GUIDE.id, "one", (now) => now, 9)).toBeNull();
  expect(await listImports(store)).toEqual([]);
  await keepImport(store, GUIDE, RECORD);
  await endImport(store, GUIDE.id);
  expect(await listImports(store)).toEqual([]);
});

it("a database of version 1 keeps its drafts", async () => {
  const name = `authoring-${count++}`;
  const old = await openDB(name, 1, {
    upgrade(database) {
      database.createObjectStore("drafts", { keyPath: "id" });
    },
  });
  await old.put("drafts", { id: GUIDE.id, guide: GUIDE, base: null, changedAt: 1 });
  old.close();
  const store = await openAuthoring(name);
  expect(await store.count("drafts")).toBe(1);
  expect(await listImports(store)).toEqual([]);
});
