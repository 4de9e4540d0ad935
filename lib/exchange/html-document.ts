import { directionOf } from "../model/direction.ts";
import { base64 } from "./base64.ts";
import type { DocumentBlock, GuideDocument, Picture, Section } from "./document.ts";
import { HTML_STYLE, HTML_STYLE_HASH } from "./html-style.ts";
import { element, type Html, type HtmlElement, htmlText } from "./html-tree.ts";
import type { Span } from "./span.ts";

/** Fewer steps than these are seen at a glance. */
const CONTENTS_FROM = 4;

const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${HTML_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The document as one HTML file that needs nothing else. A picture that is not there says what it shows. */
export function htmlDocument(
  document: GuideDocument,
  pictures: ReadonlyMap<string, Picture>,
): string {
  return `<!doctype html>\n${htmlText(htmlPage(document, pictures))}\n`;
}

export function htmlPage(
  document: GuideDocument,
  pictures: ReadonlyMap<string, Picture>,
): HtmlElement {
  const { lang, title } = document;
  return element(
    "html",
    { lang, dir: directionOf(lang) },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "generator", content: "Waymark" }),
      element("title", {}, title),
      element("style", {}, HTML_STYLE),
    ),
    element("body", {}, mainOf(document, pictures)),
  );
}

function mainOf(document: GuideDocument, pictures: ReadonlyMap<string, Picture>): HtmlElement {
  const { title, category, facts, sections, labels } = document;
  return element(
    "main",
    {},
    element(
      "header",
      {},
      ...(category ? [element("p", { class: "category" }, category)] : []),
      element("h1", {}, title),
      element("p", { class: "facts", lang: labels.lang }, facts),
    ),
    ...(sections.length < CONTENTS_FROM ? [] : [contentsOf(document)]),
    ...sections.map((section) => sectionOf(section, labels.lang, pictures)),
  );
}

function contentsOf({ sections, labels }: GuideDocument): HtmlElement {
  return element(
    "nav",
    { "aria-labelledby": "contents" },
    element("h2", { id: "contents", lang: labels.lang }, labels.contents),
    element(
      "ol",
      {},
      ...sections.map(({ number, title, lang }) =>
        element("li", {}, element("a", { href: `#step-${number}`, ...(lang && { lang }) }, title)),
      ),
    ),
  );
}

function sectionOf(
  { number, label, title, lang, page, blocks, notes }: Section,
  labelsLang: string,
  pictures: ReadonlyMap<string, Picture>,
): HtmlElement {
  const heading = element(
    "h2",
    { class: "title", id: `step-${number}-title` },
    element("span", { class: "number", "aria-label": `${label}:`, lang: labelsLang }, `${number}`),
    element("span", {}, title),
  );
  const where = page && [
    `${page.said} `,
    page.href ? linkTo(page.href, page.address) : element("code", {}, page.address),
  ];
  return element(
    "section",
    {
      id: `step-${number}`,
      "aria-labelledby": `step-${number}-title`,
      ...(lang && { lang, dir: directionOf(lang) }),
    },
    heading,
    ...(where ? [element("p", { class: "page", lang: labelsLang }, ...where)] : []),
    ...blocks.map((block) => blockOf(block, pictures)),
    ...(notes.length > 0
      ? [
          element(
            "ul",
            { class: "notes", lang: labelsLang },
            ...notes.map((note) => element("li", {}, ...note.map(spanOf))),
          ),
        ]
      : []),
  );
}

function blockOf(block: DocumentBlock, pictures: ReadonlyMap<string, Picture>): HtmlElement {
  switch (block.type) {
    case "paragraph":
      return element("p", {}, ...block.spans.map(spanOf));
    case "heading":
      return element("h3", {}, ...block.spans.map(spanOf));
    case "list": {
      const items = block.items.map((item) => element("li", {}, ...item.map(spanOf)));
      return element(block.ordered ? "ol" : "ul", {}, ...items);
    }
    case "picture": {
      const picture = pictures.get(block.asset);
      if (!picture) return element("p", { class: "missing" }, block.alt || "…");
      const { type, width, height, content } = picture;
      const src = `data:${type};base64,${base64(content)}`;
      const size = { width: String(width), height: String(height) };
      return element("figure", {}, element("img", { src, alt: block.alt, ...size }));
    }
  }
}

function spanOf(span: Span): Html {
  switch (span.type) {
    case "text":
      return span.text;
    case "code":
      return element("code", {}, span.text);
    case "strong":
      return element("strong", {}, ...span.children.map(spanOf));
    case "emphasis":
      return element("em", {}, ...span.children.map(spanOf));
    case "link":
      return linkTo(span.href, ...span.children.map(spanOf));
    case "step":
      return element("a", { href: `#step-${span.number}` }, ...span.children.map(spanOf));
  }
}

function linkTo(href: string, ...children: Html[]): HtmlElement {
  return element("a", { href, rel: "noopener noreferrer" }, ...children);
}
