import type { Inline } from "../../model/rich-text.ts";
import { joined } from "../inline.ts";
import { type Content, createContentBuilder } from "./content-builder.ts";

/**
 * A text as one line with the marks that translators know: `<b>`, `<i>`, `<code>`, `<a href="…">`, and variables such as
 * `{{user.first_name|there}}`, whose part after the bar is translated too. "&lt;" is the sign itself. No spreadsheet takes the
 * line for a formula.
 */
export function taggedText(content: readonly Inline[]): string {
  return joined(content)
    .map(tagged)
    .join("")
    .replace(/^[=+\-@\t]/, reference);
}

const TAGS = { strong: "b", emphasis: "i" } as const;

function tagged(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return escaped(inline.text);
    case "code":
      return `<code>${escaped(inline.text)}</code>`;
    case "variable": {
      const [name, fallback] = [inline.name, inline.fallback].map((text) =>
        escaped(text).replace(/[{}|]/g, reference),
      );
      return `{{${inline.of}.${name}|${fallback}}}`;
    }
    case "link": {
      const href = escaped(inline.href).replaceAll('"', "&quot;");
      return `<a href="${href}">${inline.children.map(tagged).join("")}</a>`;
    }
    default: {
      const tag = TAGS[inline.type];
      return `<${tag}>${inline.children.map(tagged).join("")}</${tag}>`;
    }
  }
}

/** What a cell cannot hold safely. */
const SPECIAL = /(?![\t\n])[\p{Cc}\p{Cs}]/gu;
const LOOKS_LIKE_REFERENCE = /&(?=(?:lt|gt|amp|quot|#\d+|#x[\da-f]+);)/gi;

function escaped(text: string): string {
  return text
    .replace(LOOKS_LIKE_REFERENCE, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/\{(?=\{|$)/g, reference)
    .replace(SPECIAL, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

const TOKEN =
  /<(b|i|code)>|<a\s+href="([^"<>]*)"\s*>|<\/(b|i|code|a)>|\{\{(user|account)\.([^{}|]+)\|([^{}|]+)\}\}|(<\S{0,40}|\{\{(?!\{).{0,40})|([^<{]+|[<{])/giy;
const MARKS = { b: "strong", i: "emphasis", code: "code" } as const;

/** The way back. A "<" before a space is only a sign. */
export function readTaggedText(line: string): Content {
  const builder = createContentBuilder();
  for (const token of line.matchAll(TOKEN)) {
    const [, tag, href, closed, of, name, fallback, unknown, text] = token;
    if (tag) {
      const lower = tag.toLowerCase() as keyof typeof MARKS;
      builder.open({ type: MARKS[lower] }, lower);
    } else if (href !== undefined) builder.open({ type: "link", href: unescaped(href) }, "a");
    else if (closed) builder.close(closed.toLowerCase());
    else if (of && name && fallback) {
      builder.open({ type: "variable", of: of as "user", name: unescaped(name).trim() }, "{{");
      builder.text(unescaped(fallback).trim());
      builder.close("{{");
    } else if (unknown && unknown !== "<") builder.fail("mark-unknown", unknown);
    else builder.text(unescaped(text ?? unknown ?? ""));
  }
  return builder.end();
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

function unescaped(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
