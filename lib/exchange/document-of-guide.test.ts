import { describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { example } from "../../test/e2e/page/support/kinds.ts";
import type { Inline } from "../model/rich-text.ts";
import { documentOfGuide } from "./document-of-guide.ts";
import { plainSpans, spansOf, textOfSpans } from "./span.ts";

const en = { locale: "en", date: "22 November 2026" };
const ru = { locale: "ru", date: "22 ноября 2026 г." };
const text = (said: string): Inline => ({ type: "text", text: said });
const paragraph = (...children: Inline[]) => [{ type: "paragraph" as const, children }];

describe("X8: a guide as a document", () => {
  it("X8: steps are numbered, in the language that is asked for, and else said to be in another", () => {
    const some = guide([step("a"), step("b", { title: { en: "Only English" } })], {
      name: { en: "Tour", ru: "Обзор" },
      category: { en: "Basics", ru: "Основы" },
    });
    const document = documentOfGuide(some, ru);
    expect(document).toMatchObject({
      lang: "ru",
      title: "Обзор",
      category: "Основы",
      facts: "2 шага · Сохранено: 22 ноября 2026 г.",
      labels: { lang: "ru", contents: "Содержание" },
    });
    expect(document.sections.map(({ label, title, lang }) => [label, title, lang])).toEqual([
      ["Шаг 1", "Заголовок a", undefined],
      ["Шаг 2", "Only English", "en"],
    ]);
  });

  it("X8: variables say their fallback, because a document is for everybody", () => {
    const some = guide([
      step("a", {
        title: { en: "Hello {{user.first_name|there}}" },
        body: {
          en: paragraph(text("Dear "), {
            type: "variable",
            of: "user",
            name: "first_name",
            fallback: "friend",
          }),
        },
      }),
    ]);
    const [section] = documentOfGuide(some, en).sections;
    expect(section?.title).toBe("Hello there");
    expect(section?.blocks).toEqual([{ type: "paragraph", spans: plainSpans("Dear friend") }]);
  });

  it("X8: the page is named where it is another one, without its records, and linked only if that is safe and whole", () => {
    const at = (url: string) => ({ recorded: { gesture: { type: "input" as const }, url } });
    const some = guide([
      step("a", at("https://app.example.com/flows/")),
      step("b", at("https://app.example.com/flows/")),
      step("c"),
      step("d", at("http://127.0.0.1:1880/#flow/559d0cdf2aa3cfd4")),
      step("e", at("http://127.0.0.1:1880/#flow/1")),
      step("f", at("https://app.example.com/orders/4711/edit")),
    ]);
    expect(documentOfGuide(some, en).sections.map(({ page }) => page)).toEqual([
      {
        said: "On this page:",
        address: "app.example.com/flows",
        href: "https://app.example.com/flows/",
      },
      undefined,
      undefined,
      { said: "On this page:", address: "127.0.0.1:1880/#flow/…" },
      undefined,
      { said: "On this page:", address: "app.example.com/orders/…/edit" },
    ]);
  });

  it("X8: where a step leads, and what it asks, is said in words", () => {
    const document = documentOfGuide(example("survey"), en);
    const notes = document.sections.map((section) => section.notes.map(textOfSpans));
    expect(notes).toMatchInlineSnapshot(`
      [
        [
          "Answer: from 0 to 10",
          "If the answer is 9 or more: go on with step 4.",
          "If the answer is 7 to 8: go on with step 3.",
        ],
        [
          "Answers: It is slow · It is hard to use · Questions stay open",
          "If the answer is It is slow: go on with step 4.",
        ],
        [
          "Answer: in your own words",
        ],
        [],
      ]
    `);
    const branch = [
      { condition: { type: "page" as const, url: { path: "/done" } }, to: "c" },
      {
        condition: {
          type: "not" as const,
          of: { type: "element" as const, selector: "#menu", state: "present" as const },
        },
        to: null,
      },
    ];
    const some = guide([step("a", { branch }), step("b"), step("c")]);
    expect(documentOfGuide(some, en).sections[0]?.notes.map(textOfSpans)).toEqual([
      "If the page is /done: go on with step 3.",
      "If this does not hold: the page shows #menu: this is the end.",
    ]);
    expect(documentOfGuide(some, ru).sections[0]?.notes.map(textOfSpans)).toEqual([
      "Если открыта страница /done: перейдите к шагу 3.",
      "Если не выполнено: на странице есть #menu: это конец.",
    ]);
  });

  it("X8: buttons are links, or say which guide they start", () => {
    const actions = [
      { type: "link" as const, label: { en: "Read more" }, href: "https://example.com/docs" },
      { type: "guide" as const, label: { en: "Show me" }, guide: "tour" },
    ];
    const [section] = documentOfGuide(guide([step("a", { actions })]), en).sections;
    expect(section?.blocks.at(-1)).toEqual({
      type: "paragraph",
      spans: [
        { type: "link", href: "https://example.com/docs", children: plainSpans("Read more") },
      ],
    });
    expect(section?.notes.map(textOfSpans)).toEqual(["“Show me” starts another guide."]);
  });

  it("X8: a draft whose step says nothing yet is a document, too", () => {
    const [section] = documentOfGuide(guide([step("a", { title: {}, body: {} })]), en).sections;
    expect(section).toMatchObject({ title: "–", blocks: [] });
  });

  it("X8: pictures can be left out", () => {
    const body = { en: [{ type: "image" as const, asset: "a".repeat(64), alt: "A lamp" }] };
    const blocksOf = (pictures: boolean) =>
      documentOfGuide(guide([step("a", { body })]), { ...en, pictures }).sections[0]?.blocks;
    expect(blocksOf(true)).toHaveLength(1);
    expect(blocksOf(false)).toEqual([]);
  });
});

describe("X8: text as it is read", () => {
  const strong = (...children: Inline[]): Inline => ({ type: "strong", children });
  const link = (href: string, ...children: Inline[]): Inline => ({ type: "link", href, children });

  it("X8: spaces stand beside marks, once, and not at the ends", () => {
    expect(spansOf([text(" Click "), strong(text(" Deploy ")), text("\n now ")])).toEqual([
      { type: "text", text: "Click " },
      { type: "strong", children: [{ type: "text", text: "Deploy" }] },
      { type: "text", text: " now" },
    ]);
  });

  it("X8: marks within their like are one, and an address that is not safe is only text", () => {
    expect(spansOf([strong(strong(text("a")), strong(text("b")))])).toEqual([
      { type: "strong", children: [{ type: "text", text: "ab" }] },
    ]);
    expect(spansOf([link("javascript:alert(1)", text("a"))])).toEqual(plainSpans("a"));
    const outer = "https://example.com/outer";
    expect(spansOf([link(outer, text("a"), link("https://example.com/inner", text("b")))])).toEqual(
      [{ type: "link", href: outer, children: plainSpans("ab") }],
    );
  });

  it("X8: what cannot be seen is left out", () => {
    expect(plainSpans("\0a\u0007\ud800b\ufeff")).toEqual([{ type: "text", text: "ab" }]);
  });
});
