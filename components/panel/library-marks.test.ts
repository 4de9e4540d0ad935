import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt, markedPieces } from "./library-marks.ts";
import { swapped, wordsOf } from "./library-words.ts";

const marked = (text: string, ...terms: string[]) =>
  markedPieces(text, new Set(terms))
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test("L15: other forms of a word are marked as they are written", () => {
  expect(marked("Отчёты и отчётность: об отчёте", "=отчет")).toEqual(["Отчёты", "отчёте"]);
  expect(marked("Deploying deploys.", "=deploy")).toEqual(["Deploying", "deploys"]);
});

test("L15: marked or not, nothing of a text is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (text, at) => {
      const words = wordsOf(text);
      const terms = new Set(words.length > 0 ? [words[at % words.length]?.stem ?? ""] : []);
      const pieces = markedPieces(text, terms);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      expect(pieces.some((piece) => piece.marked)).toBe(terms.size > 0);
    }),
  );
});

test("L15: an excerpt is of the step that has most of what was asked for, cut between words", () => {
  const long = `${"before ".repeat(30)}the export menu${" after".repeat(40)}`;
  const cut = excerpt(["nothing here", "export", long], new Set(["export", "menu"]));
  expect(cut).toMatch(/^… (before )+the export menu( after)+ …$/);
  expect(cut?.length).toBeLessThan(200);
  expect(excerpt(["nothing here"], new Set(["export"]))).toBeNull();
  expect(excerpt(["An export."], new Set(["export"]))).toBe("An export.");
});

test("L15: an excerpt is a part of its text and has what it is shown for", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 80 }), fc.nat(), (list, at) => {
      const text = list.join(" ");
      const meant = list[at % list.length] ?? "";
      const cut = excerpt([text], new Set([meant])) ?? "";
      expect(text).toContain(cut.replace(/^… | …$/g, ""));
      expect(cut.split(" ")).toContain(meant);
    }),
  );
});

test("L13: neighbours change places one pair at a time", () => {
  expect(swapped("abc")).toEqual(["bac", "acb"]);
  expect(swapped("")).toEqual([]);
});
