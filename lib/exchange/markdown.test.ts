import fc from "fast-check";
import { micromark } from "micromark";
import { describe, expect, it } from "vitest";
import { example } from "../../test/e2e/page/support/kinds.ts";
import { ASSETS, hostileGuide, inlines } from "../../test/support/hostile-guide.ts";
import type { RichText } from "../model/rich-text.ts";
import type { DocumentBlock, GuideDocument } from "./document.ts";
import { documentOfGuide } from "./document-of-guide.ts";
import { richTextOf } from "./html.ts";
import { markdown } from "./markdown.ts";
import { markdownText } from "./markdown-text.ts";
import { plainSpans, type Span, spansOf } from "./span.ts";

const options = { locale: "en", date: "22 November 2026" };
const fileOf = (asset: string) => (asset === ASSETS[2] ? undefined : `images/${asset[0]}.png`);

/** What a renderer makes of it, as a tree of ours. */
const rendered = (source: string) => richTextOf(micromark(source)).text;

/** Text as it is in a tree: what leads to a step is only text in Markdown, and renderers encode addresses. */
function asRead(spans: readonly Span[]): Span[] {
  return spans.flatMap((span): Span[] => {
    if ("text" in span) return [span];
    if (span.type === "step") return asRead(span.children);
    const children = asRead(span.children);
    if (span.type !== "link") return [{ ...span, children }];
    return [{ ...span, href: span.href.replace(/[[\]\\]/g, encodeURIComponent), children }];
  });
}

function paragraphs(blocks: RichText) {
  return blocks.map((block) => {
    if (block.type === "list") return { ...block, items: block.items.map(spansOf) };
    return "children" in block ? { type: block.type, spans: spansOf(block.children) } : block;
  });
}

describe("X10: a guide as Markdown", () => {
  it("X10: a line says the same to a renderer, with the same marks, whatever is written", () => {
    fc.assert(
      fc.property(inlines, (some) => {
        const spans = spansOf(some);
        fc.pre(spans.length > 0);
        expect(paragraphs(rendered(markdownText(spans)))).toEqual([
          { type: "paragraph", spans: asRead(spans) },
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it("X10: a whole guide says the same to a renderer, block by block", () => {
    fc.assert(
      fc.property(hostileGuide, (some) => {
        const document = documentOfGuide(some, options);
        expect(paragraphs(rendered(markdown(document, fileOf)))).toEqual(expected(document));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ["Click Deploy.", "Click Deploy."],
    ["1. First", "1\\. First"],
    ["snake_case * 2", "snake\\_case \\* 2"],
    ["R&D &amp; more", "R&D \\&amp; more"],
    ["- not a list", "\\- not a list"],
  ])("X10: nothing is escaped without need: %s", (text, source) => {
    expect(markdownText(plainSpans(text))).toBe(source);
  });

  it("X10: marks hold within words and beside punctuation", () => {
    const strong = (text: string): Span => ({ type: "strong", children: [{ type: "text", text }] });
    const source = markdownText([
      { type: "text", text: "наж" },
      strong("мите"),
      { type: "text", text: ", foo" },
      strong("(bar)"),
      { type: "text", text: "baz" },
    ]);
    expect(source).toBe("наж**мите**, fo&#x6f;**(bar)**&#x62;az");
  });

  it("X10: the example reads as a person would have written it", () => {
    expect(markdown(documentOfGuide(example("how-to"), options), fileOf)).toMatchInlineSnapshot(`
      "# Share a report

      _Reports_

      2 steps · Saved on 22 November 2026

      ## 1. Save the report

      On this page: [app.example.com/reports/weekly](<https://app.example.com/reports/weekly>)

      Only saved reports can be shared. Press **Save report**.

      ## 2. Send the address

      Copy the address of the page and send it.
      "
    `);
  });
});

function expected({ title, category, facts, sections }: GuideDocument) {
  const paragraph = (spans: readonly Span[]) => ({ type: "paragraph", spans: asRead(spans) });
  return [
    { type: "heading", spans: plainSpans(title) },
    ...(category ? [paragraph([{ type: "emphasis", children: plainSpans(category) }])] : []),
    paragraph(plainSpans(facts)),
    ...sections.flatMap(({ number, title, page, blocks, notes }) => [
      { type: "heading", spans: plainSpans(`${number}. ${title}`) },
      ...(page
        ? [
            paragraph([
              { type: "text", text: `${page.said} ` },
              page.href
                ? { type: "link", href: page.href, children: plainSpans(page.address) }
                : { type: "code", text: page.address },
            ]),
          ]
        : []),
      ...blocks.flatMap(expectedBlock),
      ...(notes.length > 0 ? [{ type: "list", ordered: false, items: notes.map(asRead) }] : []),
    ]),
  ];
}

function expectedBlock(block: DocumentBlock): object[] {
  if (block.type === "list") return [{ ...block, items: block.items.map(asRead) }];
  if (block.type !== "picture") return [{ ...block, spans: asRead(block.spans) }];
  // A picture that is there is no text; our reader of HTML leaves it out.
  return fileOf(block.asset) ? [] : [{ type: "paragraph", spans: plainSpans(block.alt) }];
}
