import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fingerprint } from "../model/anchor.ts";
import { isOtherLanguage, vocabulary, vocabularyOf } from "./language.ts";
import { locate } from "./locate.ts";

const ENGLISH = ["Deploy", "Zoom in", "Zoom out", "Search flows", "Filter nodes", "Debug messages"];
const GERMAN = ["Übernahme (deploy)", "Vergrößern", "Verkleinern", "Flows durchsuchen", "Löschen"];
const RUSSIAN = ["Развернуть", "Увеличить", "Уменьшить", "Поиск потоков", "Debug"];
const JAPANESE = ["デプロイ", "ズームイン", "ズームアウト", "フローを検索", "debug"];
const DUTCH = ["Uitrollen", "Inzoomen", "Uitzoomen", "Stromen zoeken", "Knopen filteren"];

describe("A12: what language a page speaks, told from its words", () => {
  const sample = vocabulary(ENGLISH);

  it.each([
    ["Russian", RUSSIAN],
    ["Japanese", JAPANESE],
    ["German, in part", [...GERMAN, "Filter nodes", "Zoom in"]],
    ["Dutch, without a letter of its own", [...DUTCH, "Alles kiezen", "Niets kiezen"]],
  ])("%s is not English", (_name, page) => {
    const many = vocabulary([...ENGLISH, "Show next tip", "Hide tips", "Context data", "Help"]);
    expect(isOtherLanguage(many, vocabulary(page))).toBe(true);
  });

  it("the way back is seen as well", () => {
    expect(isOtherLanguage(vocabulary(RUSSIAN), sample)).toBe(true);
    expect(isOtherLanguage(vocabulary(JAPANESE), sample)).toBe(true);
    expect(isOtherLanguage(vocabulary(GERMAN), sample)).toBe(true);
  });

  it("a later version in the same language is not foreign", () => {
    const later = ["Deploy", "Zoom in", "Zoom out", "Search", "Filter", "Messages", "Café Müller"];
    expect(isOtherLanguage(sample, vocabulary([...later, "Share", "Publish now"]))).toBe(false);
  });

  it("a few words tell nothing", () => {
    expect(isOtherLanguage(vocabulary(["OK"]), vocabulary(RUSSIAN))).toBeUndefined();
    expect(isOtherLanguage(sample, vocabulary([]))).toBeUndefined();
  });

  it("no page is foreign to itself or to more of itself", () => {
    const words = fc.array(fc.constantFrom(...ENGLISH, ...GERMAN, ...RUSSIAN, ...JAPANESE));
    fc.assert(
      fc.property(words, words, (some, more) => {
        const all = vocabulary([...some, ...more]);
        expect(isOtherLanguage(vocabulary(some), all)).not.toBe(true);
      }),
    );
  });

  it("a sample without words of its page goes by what was around the target", () => {
    const fingerprint = { tag: "button", name: "Save", neighbours: ["Cancel", "Drafts (3)"] };
    expect([...vocabularyOf({ fingerprint })]).toEqual(["save", "cancel", "drafts"]);
    expect([...vocabularyOf({ fingerprint, words: ["Home"] })]).toEqual(["home"]);
  });
});

describe("A12: in another language", () => {
  const zoom = (name: string, icon: string, place: number): Fingerprint => ({
    tag: "button",
    name,
    text: name,
    icon,
    order: [place, 3],
    position: [place, 3],
    ancestors: ["div", "footer", "body"],
    box: { x: 100 + 30 * place, y: 700, width: 28, height: 28 },
  });
  const english = zoom("Zoom in", "fa-plus", 2);
  const anchor = { samples: [{ fingerprint: english, words: ENGLISH }] };
  const page = (...fingerprints: Fingerprint[]) =>
    fingerprints.map((fingerprint) => ({ fingerprint }));
  const foreign = { foreign: true };

  it("icon, order and place say what the words cannot", () => {
    const russian = page(
      zoom("Уменьшить", "fa-minus", 0),
      zoom("Сбросить", "fa-circle", 1),
      zoom("Увеличить", "fa-plus", 2),
    );
    expect(locate(anchor, russian, foreign)).toMatchObject({ outcome: "found", index: 2 });
  });

  it("what is still in the old language and says something else is something else", () => {
    const untranslated = page(zoom("Zoom out", "fa-plus", 2));
    expect(locate(anchor, untranslated, foreign).outcome).not.toBe("found");
  });

  it("without icon and with another number of its kind there is no answer", () => {
    const bare = zoom("Увеличить", "fa-plus", 2);
    const { icon, ...plain } = bare;
    const more = page({ ...plain, order: [2, 5], position: [2, 5] }, { ...plain, order: [3, 5] });
    expect(locate(anchor, more, foreign).outcome).not.toBe("found");
  });
});
