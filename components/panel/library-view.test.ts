import { describe, expect, it } from "vitest";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { createLibraryLens, type LibraryView } from "./library-view.ts";

const RUSSIAN = { language: "ru", wanted: ["ru", "en"] };
const ENGLISH = { language: "en", wanted: ["en"] };
const NOTHING = { typed: "", category: null, limit: 100 };

const entry = (guide: string, more: Partial<HowToEntry> = {}): HowToEntry => ({
  guide,
  name: { en: guide },
  category: null,
  usedAt: null,
  helpful: null,
  fitsPage: true,
  where: null,
  steps: [
    {
      id: "one",
      title: { en: "First" },
      body: { en: [{ type: "paragraph", children: [{ type: "text", text: "Press Save." }] }] },
      points: false,
      done: false,
    },
  ],
  pictures: {},
  pointing: null,
  ...more,
});
const here = { fitsPage: true, where: "/reports/" };
const there = { fitsPage: false, where: "/home/" };
const told = ({ shelves }: LibraryView) =>
  shelves?.map(({ of, name, entries }) => [name ?? of, entries.map(({ guide }) => guide)]);

describe("what stands where", () => {
  it("L10: for this page, used lately, by category; each once", () => {
    const entries = [
      entry("z", { category: { en: "Team" } }),
      entry("b", { ...there, category: { en: "Reports" } }),
      entry("a", { ...here, category: { en: "Reports" }, usedAt: 9 }),
      ...["u1", "u2", "u3", "u4"].map((id, at) => entry(id, { usedAt: at + 1 })),
      entry("plain"),
    ];
    expect(told(createLibraryLens().look(entries, NOTHING, ENGLISH))).toEqual([
      ["here", ["a"]],
      ["lately", ["u4", "u3", "u2"]],
      ["Reports", ["b"]],
      ["Team", ["z"]],
      ["rest", ["plain", "u1"]],
    ]);
  });

  it("L10: what is read now stays where it was found, until the panel is opened again", () => {
    const entries = [entry("a", { usedAt: 5 }), entry("b")];
    const { look } = createLibraryLens();
    const first = told(look(entries, NOTHING, ENGLISH));
    const read = [entry("a", { usedAt: 5 }), entry("b", { usedAt: 9 })];
    expect(told(look(read, NOTHING, ENGLISH))).toEqual(first);
    expect(told(createLibraryLens().look(read, NOTHING, ENGLISH))).toEqual([
      ["lately", ["b", "a"]],
    ]);
  });

  it("L10: alphabets and categories are the reader's", () => {
    const entries = [
      entry("1", { category: { en: "Team", ru: "Ёлки" } }),
      entry("2", { category: { en: "Data", ru: "Яблоки" } }),
      entry("3", { category: { en: "Zoo", ru: "Ели" } }),
      entry("4", { category: { en: "Only English" } }),
    ];
    const { categories } = createLibraryLens().look(entries, NOTHING, RUSSIAN);
    expect(categories.filter((name) => name !== "Only English")).toEqual(["Ели", "Ёлки", "Яблоки"]);
    expect(categories).toContain("Only English");
  });

  it("L10: a chosen category is one list", () => {
    const entries = [
      entry("10", { category: { en: "Team" } }),
      entry("9", { category: { en: "Team" }, usedAt: 4 }),
      entry("x"),
    ];
    const view = createLibraryLens().look(entries, { ...NOTHING, category: "Team" }, ENGLISH);
    expect(told(view)).toEqual([["all", ["9", "10"]]]);
  });

  it("a category that is gone is chosen no more", () => {
    const view = createLibraryLens().look([entry("a")], { ...NOTHING, category: "Gone" }, ENGLISH);
    expect(told(view)).toEqual([["all", ["a"]]]);
  });

  it("many how-tos come in parts", () => {
    const entries = Array.from({ length: 30 }, (_, at) => entry(`g${at}`));
    const view = createLibraryLens().look(entries, { ...NOTHING, limit: 10 }, ENGLISH);
    expect(view.shelves?.flatMap((shelf) => shelf.entries)).toHaveLength(10);
    expect([view.count, view.left]).toEqual([30, 20]);
  });
});

describe("what is found", () => {
  const entries = [
    entry("share", { name: { en: "Share", ru: "Поделиться отчётом" } }),
    entry("export", { name: { en: "Export the report" }, category: { en: "Data" } }),
    entry("save", { name: { en: "Keep it" } }),
  ];
  const found = async (typed: string, category: string | null = null, reader = RUSSIAN) => {
    const { look, prepare } = createLibraryLens();
    await prepare(entries, reader);
    const view = look(entries, { typed, category, limit: 10 }, reader);
    return { ...view, guides: view.found?.map((one) => one.entry.guide) };
  };

  it("L11: in the language in which each is read", async () => {
    expect((await found("отчёты")).guides).toEqual(["share"]);
    expect((await found("reports")).guides).toEqual(["export"]);
    expect((await found("share")).guides).toEqual([]);
    expect((await found("share", null, ENGLISH)).guides).toEqual(["share"]);
  });

  it("L15: what is found in a step comes with an excerpt of it, what is found in a name without", async () => {
    expect((await found("saving")).found?.[0]?.excerpt).toBe("First. Press Save.");
    expect((await found("export")).found?.[0]?.excerpt).toBeNull();
  });

  it("nothing in the chosen category, but in another, is said so", async () => {
    expect(await found("share", "Data", ENGLISH)).toMatchObject({ count: 0, elsewhere: true });
    expect(await found("elephant", "Data")).toMatchObject({ count: 0, elsewhere: false });
    expect(await found("export", "Data")).toMatchObject({ guides: ["export"], elsewhere: false });
  });

  it("a text that changed is found by its new words", async () => {
    const { look, prepare } = createLibraryLens();
    const asked = { typed: "giraffe", category: null, limit: 9 };
    const later = [entry("new", { name: { en: "Giraffes" } })];
    await prepare(entries, ENGLISH);
    expect(look(entries, asked, ENGLISH)).toMatchObject({ count: 0, searching: false });
    expect(look(later, asked, ENGLISH).searching).toBe(true);
    await prepare(later, ENGLISH);
    expect(look(later, asked, ENGLISH)).toMatchObject({ count: 1, searching: false });
    const sameAgain = structuredClone(later);
    expect(look(sameAgain, asked, ENGLISH)).toMatchObject({ count: 1, searching: false });
  });
});
