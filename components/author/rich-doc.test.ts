import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Inline, RichText } from "../../lib/model/rich-text.ts";
import { arbitraryText } from "../../test/support/arbitrary-guide.ts";
import { docOf, textOf } from "./rich-doc.ts";

/** A text letter by letter, each with what it stands in: what a reader sees, however it is nested. */
function read(text: RichText): string[] {
  return text.flatMap((block) => {
    if (block.type === "image")
      return [`image ${block.asset} ${block.alt} ${block.decorative ?? false}`];
    if (block.type !== "list") return [`[${block.type}]`, ...letters(block.children, [])];
    return block.items.flatMap((item) => [
      `[item ${block.ordered ?? false}]`,
      ...letters(item, []),
    ]);
  });
}

function letters(inlines: readonly Inline[], around: readonly string[]): string[] {
  const inside = [...new Set(around)].sort().join("+");
  return inlines.flatMap((inline): string[] => {
    switch (inline.type) {
      case "text":
        return [...inline.text].map((letter) => `${letter} ${inside}`);
      case "code":
        return [...inline.text].map((letter) => `${letter} code ${inside}`);
      case "variable":
        return [`{${inline.of}.${inline.name}|${inline.fallback}} ${inside}`];
      case "link": {
        // Of links in links the innermost is the one that is followed.
        const others = around.filter((one) => !one.startsWith("link"));
        return letters(inline.children, [...others, `link ${inline.href}`]);
      }
      default:
        return letters(inline.children, [...around, inline.type]);
    }
  });
}

describe("B9: texts as documents and back", () => {
  it("says the same, letter by letter", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(read(textOf(docOf(text)))).toEqual(read(text));
      }),
    );
  });

  it("is a text that guides may have, and the same document again", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const doc = docOf(text);
        doc.check();
        const back = textOf(doc);
        expect(RichText.safeParse(back).success).toBe(true);
        if (back.length > 0) expect(docOf(back).eq(doc)).toBe(true);
      }),
    );
  });

  it("leaves out what has no words, and cuts what is longer than a piece may be", () => {
    expect(textOf(docOf([]))).toEqual([]);
    const long = textOf(
      docOf([{ type: "paragraph", children: [{ type: "text", text: "x".repeat(4100) }] }]),
    );
    expect(RichText.safeParse(long).success).toBe(true);
    const items = Array.from({ length: 25 }, () => [{ type: "text" as const, text: "x" }]);
    expect(
      textOf(docOf([{ type: "list", items }])).map((b) => b.type === "list" && b.items.length),
    ).toEqual([20, 5]);
  });
});
