import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RichText } from "../model/rich-text.ts";
import { plainText } from "../tour/plain-text.ts";
import { richTextOf } from "./html.ts";

const text = (said: string) => ({ type: "text", text: said });
const paragraph = (...children: object[]) => ({ type: "paragraph", children });

describe("X4: HTML as a tree", () => {
  it.each([
    ["plain words", [paragraph(text("plain words"))]],
    ["<p>One</p>\n   <p>Two</p>", [paragraph(text("One")), paragraph(text("Two"))]],
    ["<p>One<p>\n<p>Two", [paragraph(text("One")), paragraph(text("Two"))]],
    ["One<br>Two", [paragraph(text("One")), paragraph(text("Two"))]],
    ["<h2>Head</h2>then", [{ type: "heading", children: [text("Head")] }, paragraph(text("then"))]],
    ["<p>A   lot\n of <b> room </b></p>", [paragraph(text("A lot of "), strong("room"))]],
    ["<p>fish &amp; chips&nbsp;!</p>", [paragraph(text("fish & chips\u00a0!"))]],
    ["a <code>msg</code>.", [paragraph(text("a "), { type: "code", text: "msg" }, text("."))]],
    ["<i>so</i>", [paragraph({ type: "emphasis", children: [text("so")] })]],
    [
      "<ol><li>1</li> <li><p>2</p></li></ol>",
      [{ type: "list", ordered: true, items: [[text("1")], [text("2")]] }],
    ],
    ["<div><div>in</div></div><!-- no -->", [paragraph(text("in"))]],
    ["   ", []],
  ])("%j", (html, tree) => {
    expect(richTextOf(html)).toEqual({ text: tree, lost: [] });
  });

  it.each([
    ['press <i class="fa fa-plus"></i> now', "press now", { code: "icon", what: "fa fa-plus" }],
    ['<img src="a.png" alt="A cat">cat', "cat", { code: "image", what: "A cat, a.png" }],
    ['<a href="/docs">docs</a>', "docs", { code: "link", what: "/docs" }],
    ['<a href="javascript:x()">run</a>', "run", { code: "link", what: "javascript:x()" }],
    ["<script>x()</script>text", "text", { code: "dropped", what: "<script>" }],
    ["<table><td>cell</td></table>", "cell", { code: "markup", what: "<table>" }],
    ['<p style="color:red">red</p>', "red", { code: "layout", what: "color:red" }],
    [
      "<ul><li>a<ul><li>b</li></ul></li></ul>",
      "a, b",
      { code: "markup", what: "a list in a list" },
    ],
  ])("%j loses something and says so", (html, said, lost) => {
    const converted = richTextOf(html);
    expect(plainText(converted.text)).toBe(said);
    expect(converted.lost).toContainEqual(lost);
  });

  it("keeps links that are safe to follow", () => {
    expect(richTextOf('<a href="https://example.com/a">there</a>').text).toEqual([
      paragraph({ type: "link", href: "https://example.com/a", children: [text("there")] }),
    ]);
  });

  it("whatever the HTML, what comes out is the tree or too much of it", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."<p> </p> <ul> <li> </ul> <b> </b> <a href=x> <table> <td> <br>".split(" "),
      ),
      fc.constantFrom("<script>", "</script>", "<template>", "<svg><title>", "<math>", "&nbsp;"),
      fc.string({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const { text: tree } = richTextOf(pieces.join(""));
        const parsed = RichText.safeParse(tree);
        const codes = new Set(parsed.error?.issues.map(({ code }) => code));
        expect([...codes].filter((code) => code !== "too_big")).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

function strong(said: string) {
  return { type: "strong", children: [text(said)] };
}
