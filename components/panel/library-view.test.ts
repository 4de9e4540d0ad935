import { describe, expect, it } from "vitest";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { createLibraryView, type LibraryView } from "./library-view.ts";

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
    expect(told(createLibraryView()(entries, NOTHING, ENGLISH))).toEqual([
      ["here", ["a"]],
      ["lately", ["u4", "u3", "u2"]],
      ["Reports", ["b"]],
      ["Team", ["z"]],
      ["rest", ["plain", "u1"]],
    ]);
  });

  it("L10: what is read now stays where it was found, until the panel is opened again", () => {
    const entries = [entry("a", { usedAt: 5 }), entry("b")];
    const look = createLibraryView();
    const first = told(look(entries, NOTHING, ENGLISH));
    const read = [entry("a", { usedAt: 5 }), entry("b", { usedAt: 9 })];
    expect(told(look(read, NOTHING, ENGLISH))).toEqual(first);
    expect(told(createLibraryView()(read, NOTHING, ENGLISH))).toEqual([["lately", ["b", "a"]]]);
  });

  it("L10: alphabets and categories are the reader's", () => {
    const entries = [
      entry("1", { category: { en: "Team", ru: "Ёлки" } }),
      entry("2", { category: { en: "Data", ru: "Яблоки" } }),
      entry("3", { category: { en: "Zoo", ru: "Ели" } }),
      entry("4", { category: { en: "Only English" } }),
    ];
    const { categories } = createLibraryView()(entries, NOTHING, RUSSIAN);
    expect(categories.filter((name) => name !== "Only English")).toEqual(["Ели", "Ёлки", "Яблоки"]);
    expect(categories).toContain("Only English");
  });

  it("L10: a chosen category is one list", () => {
    const entries = [
      entry("10", { category: { en: "Team" } }),
      entry("9", { category: { en: "Team" }, usedAt: 4 }),
      entry("x"),
    ];
    const view = createLibraryView()(entries, { ...NOTHING, category: "Team" }, ENGLISH);
    expect(told(view)).toEqual([["all", ["9", "10"]]]);
  });

  it("many how-tos come in parts", () => {
    const entries = Array.from({ length: 30 }, (_, at) => entry(`g${at}`));
    const view = createLibraryView()(entries, { ...NOTHING, limit: 10 }, ENGLISH);
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
  const found = (typed: string, category: string | null = null, reader = RUSSIAN) => {
    const view = createLibraryView()(entries, { typed, category, limit: 10 }, reader);
    return { ...view, guides: view.found?.map((one) => one.entry.guide) };
  };

  it("L11: in the language in which each is read", () => {
    expect(found("отчёты").guides).toEqual(["share"]);
    expect(found("reports").guides).toEqual(["export"]);
    expect(found("share").guides).toEqual([]);
    expect(found("share", null, ENGLISH).guides).toEqual(["share"]);
  });

  it("L15: what is found in a step comes with an excerpt of it, what is found in a name without", () => {
    expect(found("saving").found?.[0]?.excerpt).toBe("First. Press Save.");
    expect(found("export").found?.[0]?.excerpt).toBeNull();
  });

  it("nothing in the chosen category, but in another, is said so", () => {
    expect(found("share", "Data", ENGLISH)).toMatchObject({ count: 0, elsewhere: true });
    expect(found("elephant", "Data")).toMatchObject({ count: 0, elsewhere: false });
    expect(found("export", "Data")).toMatchObject({ guides: ["export"], elsewhere: false });
  });

  it("a text that changed is found by its new words", () => {
    const look = createLibraryView();
    const asked = { typed: "giraffe", category: null, limit: 9 };
    expect(look(entries, asked, ENGLISH).count).toBe(0);
    expect(look([entry("new", { name: { en: "Giraffes" } })], asked, ENGLISH).count).toBe(1);
  });
});
