import { createHash } from "node:crypto";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { ASSETS, hostileGuide } from "../../test/support/hostile-guide.ts";
import type { Picture } from "./document.ts";
import { documentOfGuide } from "./document-of-guide.ts";
import { htmlDocument, htmlPage } from "./html-document.ts";
import { HTML_STYLE, HTML_STYLE_HASH } from "./html-style.ts";
import { element, type Html, htmlText } from "./html-tree.ts";

const PICTURE: Picture = {
  type: "image/png",
  width: 320,
  height: 180,
  content: new Uint8Array([1, 2, 3]),
};
const pictures = new Map([[ASSETS[0] ?? "", PICTURE]]);
const options = { locale: "ru", date: "22 ноября 2026 г." };

type Node = DefaultTreeAdapterTypes.Node;

/** What a browser makes of the file, in the shape of what was written. */
function read(node: Node): Html[] {
  if ("value" in node) return node.value ? [node.value] : [];
  if (!("childNodes" in node)) return [];
  const children = node.childNodes.flatMap(read);
  if (!("tagName" in node)) return children;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName as "p", attributes, children }];
}

/** Neighbouring texts are one text to a browser. */
function joined(node: Html): Html {
  if (typeof node === "string") return node;
  const children: Html[] = [];
  for (const child of node.children.map(joined)) {
    const last = children.at(-1);
    if (typeof child === "string" && typeof last === "string") {
      children[children.length - 1] = last + child;
    } else if (child !== "") children.push(child);
  }
  return { ...node, children };
}

describe("X9: a guide as one HTML file", () => {
  it("X9: a browser reads just what was written: no text becomes an element or an attribute", () => {
    fc.assert(
      fc.property(hostileGuide, (some) => {
        const document = documentOfGuide(some, options);
        const file = htmlDocument(document, pictures).replace(/\n$/, "");
        expect(read(parse(file))).toEqual([joined(htmlPage(document, pictures))]);
      }),
      { numRuns: 30 },
    );
  });

  it("X9: whatever a text is, it stays one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const written = htmlText(element("p", { class: text }, "x", text));
        const [paragraph] = read(parse(`<!doctype html><body>${written}`).childNodes[1] as Node)
          .flatMap((html) => (html as Exclude<Html, string>).children)
          .flatMap((body) => (body as Exclude<Html, string>).children ?? []);
        const seen = text.replaceAll("\0", "\ufffd");
        expect(paragraph).toEqual(joined(element("p", { class: seen }, "x", seen)));
      }),
    );
  });

  it("X9: nothing is run or fetched, and only its own style applies", () => {
    expect(HTML_STYLE_HASH).toBe(createHash("sha256").update(HTML_STYLE).digest("base64"));
    const file = htmlDocument(documentOfGuide(guide([step("a")]), options), pictures);
    expect(file).toContain("default-src 'none'; img-src data:; style-src 'sha256-");
    expect(file).not.toMatch(/<script|<link|url\(|@import/);
  });

  it("X9: a picture is in it with its size, and one that is not there says what it shows", () => {
    const [known = "", unknown = ""] = ASSETS;
    const body = {
      en: [
        { type: "image" as const, asset: known, alt: "A lamp" },
        { type: "image" as const, asset: unknown, alt: "A door" },
      ],
    };
    const file = htmlDocument(documentOfGuide(guide([step("a", { body })]), options), pictures);
    const shown = '<img src="data:image/png;base64,AQID" alt="A lamp" width="320" height="180">';
    expect(file).toContain(shown);
    expect(file).toContain('<p class="missing">A door</p>');
  });

  it("X9: its language is said, and its contents lead to the steps", () => {
    const steps = ["a", "b", "c", "d"].map((id) => step(id));
    const file = htmlDocument(
      documentOfGuide(guide(steps, { name: { ru: "Отчёты" } }), options),
      pictures,
    );
    expect(file).toContain('<html lang="ru" dir="ltr">');
    expect(file).toContain('<a href="#step-4">Заголовок d</a>');
    expect(file).toContain('<section id="step-4" aria-labelledby="step-4-title">');
    expect(file).toContain("4 шага · Сохранено: 22 ноября 2026 г.");
  });
});
