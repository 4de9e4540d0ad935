import { describe, expect, test } from "vitest";
import { guideZip } from "../../lib/exchange/guide-file.ts";
import { readBytes } from "../../lib/exchange/read-bytes.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { Lookup, PickedTarget } from "../../lib/model/lookup.ts";
import { createImportModel } from "./import-model.ts";
import type { Imports, OpenImport, PageResolver } from "./import-ports.ts";

const TOUR = `driver({ steps: [
  { element: "#a", popover: { title: "First" } },
  { popover: { title: "Second" } },
  { element: "#c", popover: { title: "Third" } },
] });`;
const seen = (name: string): Lookup => ({
  outcome: "exact",
  sample: { fingerprint: { tag: "button", name } },
});

/** An author's device, and a page in which `looks` says what is found by each first selector. */
function world(looks: Record<string, Lookup>, picked: PickedTarget = null) {
  const drafts = new Map<string, Guide>();
  const open = new Map<string, OpenImport>();
  const asked: string[] = [];
  const pictures: string[] = [];
  let broken = false;
  const imports: Imports = {
    list: async () =>
      [...open.values()].map((record) => ({ record, guide: drafts.get(record.id) as Guide })),
    taken: async () => [...drafts.keys()],
    async keep(guide, record) {
      if (drafts.has(guide.id)) return false;
      drafts.set(guide.id, guide);
      if (record.open.length > 0) open.set(guide.id, record);
      return true;
    },
    async decide(id, step, change) {
      const record = open.get(id);
      const draft = drafts.get(id);
      if (!record || !draft) return null;
      if (change) drafts.set(id, change(draft));
      const left = { ...record, open: record.open.filter((one) => one.step !== step) };
      open.set(id, left);
      if (left.open.length === 0) open.delete(id);
      return left.open.length > 0 ? left : null;
    },
    end: async (id) => void open.delete(id),
  };
  const page: PageResolver = {
    async look(_, orders) {
      if (broken) throw new Error("no such page");
      return orders.flatMap(({ step, selectors: [selector = ""] }) => {
        const lookup = looks[selector];
        return [{ step, lookup: lookup ?? { outcome: "missing" } }];
      });
    },
    show: async (_, step) => void asked.push(`show ${step}`),
    pick: async () => picked,
    move: async () => undefined,
    take: async () => undefined,
    giveUp: async () => undefined,
    place: async () => [],
    end: async () => void asked.push("end"),
  };
  const model = createImportModel({
    imports,
    read: async (bytes) => readBytes(bytes),
    addPicture: async (file) => {
      pictures.push(`${file.type} ${file.size}`);
      return "a".repeat(64);
    },
    page,
    now: () => 7,
    openEditor: (guide) => void asked.push(`edit ${guide}`),
    onDraft: () => undefined,
  });
  const read = (text: string) => model.read("tour.js", new TextEncoder().encode(text));
  return { model, drafts, open, asked, pictures, read, breakPage: () => (broken = true) };
}

/** What was begun without waiting for it is done. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function confirming(looks: Record<string, Lookup>, picked?: PickedTarget) {
  const made = world(looks, picked);
  made.model.toggle();
  await settled();
  made.model.showTab(1);
  await made.read(TOUR);
  await made.model.keep();
  return made;
}
const anchors = ({ steps }: Guide) =>
  steps.map(({ anchor }) => anchor?.samples[0]?.fingerprint.name);

describe("X34: an author confirms what a file points at", () => {
  test("each that was found is shown in the page, taken, and the next one comes", async () => {
    const { model, drafts, asked } = await confirming({ "#a": seen("A"), "#c": seen("C") });
    expect(model.current.value).toBe("first");
    await model.accept("first");
    expect(model.current.value).toBe("third");
    await model.accept("third");
    expect(model.stage.value).toMatchObject({ at: "done" });
    expect(anchors(drafts.get("first") as Guide)).toEqual(["A", undefined, "C"]);
    expect(asked).toEqual(["show first", "show third", "end"]);
  });

  test("what was not found can be pointed at, or left without an element", async () => {
    const sample = { fingerprint: { tag: "a", name: "Elsewhere" } };
    const { model, drafts } = await confirming({ "#c": seen("C") }, { sample, lamp: "amber" });
    expect(model.current.value).toBe("third");
    await model.point("first");
    await model.skip("third");
    expect(anchors(drafts.get("first") as Guide)).toEqual(["Elsewhere", undefined, undefined]);
    expect(model.stage.value.at).toBe("done");
  });

  test("what cannot be told from others is not taken, also where the author points at it", async () => {
    const sample = { fingerprint: { tag: "li" } };
    const { model, open } = await confirming(
      { "#a": { outcome: "unsure" } },
      { sample, lamp: "red" },
    );
    await model.point("first");
    expect(model.problem.value).toBe("alike");
    expect(open.get("first")?.open).toHaveLength(2);
  });
});

describe("X35: an import can wait", () => {
  test("what is open is kept, found again on another page, and can be given up", async () => {
    const { model, drafts, open } = await confirming({});
    expect(model.asked.value.map(({ lookup }) => lookup?.outcome)).toEqual(["missing", "missing"]);
    model.restart();
    await settled();
    expect(model.unfinished.value.map(({ record }) => record.open.length)).toEqual([2]);
    model.goOn("first");
    expect(model.stage.value.at).toBe("confirm");
    model.restart();
    await settled();
    await model.end("first");
    expect([drafts.size, open.size]).toEqual([1, 0]);
    expect(model.unfinished.value).toEqual([]);
  });

  test("a second guide of the same name gets an id of its own; without a name there is none", async () => {
    const { model, drafts, read } = await confirming({ "#a": seen("A") });
    await read(TOUR);
    model.rename(" ");
    await model.keep();
    expect(model.problem.value).toBe("name");
    model.rename("First");
    await model.keep();
    expect([...drafts.keys()]).toEqual(["first", "first-2"]);
  });
});

test("X11: a guide of ours comes back with its pictures, under an id of its own", async () => {
  const { model, drafts, pictures, read } = world({});
  await read(`introJs().setOptions({ steps: [{ intro: "Hello" }] })`);
  await model.keep();
  const guide = drafts.get("hello") as Guide;
  const content = new Uint8Array([1, 2, 3]);
  const zip = guideZip(guide, new Map([["b".repeat(64), { type: "image/png", content }]]));
  if (!zip.ok) throw new Error("no zip");
  await model.read("hello.zip", zip.value);
  await model.keep();
  expect(model.stage.value.at).toBe("done");
  expect(drafts.get("hello-2")).toEqual({ ...guide, id: "hello-2" });
  expect(pictures).toEqual(["image/png 3"]);
});

test("a page that cannot be asked is said, and nothing is lost", async () => {
  const { model, open, breakPage } = await confirming({ "#a": seen("A") });
  breakPage();
  await model.look();
  expect(model.problem.value).toBe("page");
  expect(model.cause.value).not.toBeNull();
  expect(open.get("first")?.open).toHaveLength(2);
});

test("X4: the language of texts is that of their letters, until the author says another", async () => {
  const { model, read } = world({});
  await read(`introJs().setOptions({ steps: [{ intro: "Сохраните отчёт" }] })`);
  const stage = () => (model.stage.value.at === "read" ? model.stage.value.guide : null);
  expect(stage()?.locale).toBe("ru");
  model.rename("Отчёты");
  model.speak("uk");
  expect(stage()).toMatchObject({ locale: "uk", name: "Отчёты" });
  expect(stage()?.imported.guide.steps[0]?.title).toEqual({ uk: "Сохраните отчёт" });
});
