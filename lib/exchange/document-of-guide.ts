import type { Guide, Step } from "../model/guide.ts";
import { localize, pickLocale } from "../model/locale.ts";
import { templatePath } from "../model/path.ts";
import type { Block, RichText } from "../model/rich-text.ts";
import { isSafeUrl } from "../model/safe-url.ts";
import { fillTemplate } from "../model/template.ts";
import { notesOf } from "./branch-words.ts";
import type { DocumentBlock, GuideDocument, Section } from "./document.ts";
import { type DocumentWords, documentWords, filled } from "./document-words.ts";
import { readable } from "./run.ts";
import { plainSpans, type Span, spansOf } from "./span.ts";

export interface DocumentOptions {
  /** Of the texts, if they are there in it; else what is there. */
  locale: string;
  /** The day it is made, as people write it. */
  date: string;
  /** Default true. */
  pictures?: boolean;
}

/** A guide of any kind, to be read. What is missing in the language is said in another, and marked so. */
export function documentOfGuide(guide: Guide, options: DocumentOptions): GuideDocument {
  const wanted = [options.locale];
  const lang = pickLocale(Object.keys(guide.name), wanted);
  const words = documentWords([options.locale]);
  const numbers = new Map(guide.steps.map(({ id }, at) => [id, at + 1]));
  const sections = guide.steps.map((step, at) => {
    const last = guide.steps.slice(0, at).findLast(({ recorded }) => recorded)?.recorded;
    const before = last && screenOf(last.url);
    return sectionOf(step, { words, wanted, lang, numbers, before, options });
  });
  const count = words.steps[new Intl.PluralRules(words.lang).select(sections.length)];
  return {
    lang,
    title: oneLine(localize(guide.name, wanted)),
    ...(guide.category && { category: oneLine(localize(guide.category, wanted)) }),
    facts: [
      filled(count ?? words.steps.other ?? "", { n: sections.length }),
      filled(words.saved, { date: options.date }),
    ].join(" · "),
    sections,
    labels: { lang: words.lang, contents: words.contents },
  };
}

interface Surroundings {
  words: DocumentWords;
  wanted: readonly string[];
  lang: string;
  numbers: ReadonlyMap<string, number>;
  /** The page of the steps before. */
  before: string | undefined;
  options: DocumentOptions;
}

function sectionOf(step: Step, around: Surroundings): Section {
  const { words, wanted, numbers, before, options } = around;
  const number = numbers.get(step.id) ?? 0;
  const lang =
    Object.keys(step.title).length > 0 ? pickLocale(Object.keys(step.title), wanted) : around.lang;
  const url = step.recorded && screenOf(step.recorded.url);
  const blocks = bodyOf(step, wanted).flatMap((block) => blockOf(block, options));
  return {
    number,
    label: filled(words.step, { n: number }),
    title: oneLine(labelOf(step.title, wanted)),
    ...(lang !== around.lang && { lang }),
    ...(url && url !== before && { page: pageOf(url, words) }),
    blocks: [...blocks, ...linksOf(step, wanted)],
    notes: [...notesOf(step, numbers, words, wanted), ...startedBy(step, words, wanted)],
  };
}

function pageOf(url: string, words: DocumentWords): NonNullable<Section["page"]> {
  const address = oneLine(url.replace(/^https?:\/\//, "").replace(/\/$/, ""));
  const isWhole = !url.includes(RECORD);
  return { said: words.page, address, ...(isWhole && isSafeUrl(url) && { href: url }) };
}

/** Stands for a record that the author had open, and a reader has not. */
const RECORD = "…";

/** An address without the records in it. */
function screenOf(url: string): string {
  const [, origin, path = "", query = "", hash = ""] =
    /^([a-z]+:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url) ?? [];
  if (origin === undefined) return url;
  const nameless = (part: string) => templatePath(part).replaceAll(":id", RECORD);
  return origin + nameless(path) + query + nameless(hash);
}

function blockOf(block: Block, { pictures = true }: DocumentOptions): DocumentBlock[] {
  switch (block.type) {
    case "image":
      return pictures
        ? [{ type: "picture", asset: block.asset, alt: block.decorative ? "" : oneLine(block.alt) }]
        : [];
    case "list": {
      const items = block.items.map(spansOf).filter(({ length }) => length > 0);
      return items.length > 0 ? [{ type: "list", ordered: block.ordered === true, items }] : [];
    }
    default: {
      const spans = spansOf(block.children);
      return spans.length > 0 ? [{ type: block.type, spans }] : [];
    }
  }
}

/** Buttons that open something, as links. */
function linksOf({ actions = [] }: Step, wanted: readonly string[]): DocumentBlock[] {
  return actions.flatMap((action): DocumentBlock[] => {
    if (action.type !== "link") return [];
    const text = labelOf(action.label, wanted);
    const spans = spansOf([
      { type: "link", href: action.href, children: [{ type: "text", text }] },
    ]);
    return spans.length > 0 ? [{ type: "paragraph", spans }] : [];
  });
}

function startedBy({ actions = [] }: Step, words: DocumentWords, wanted: readonly string[]) {
  return actions.flatMap((action): Span[][] =>
    action.type === "guide"
      ? [plainSpans(filled(words.guide, { what: labelOf(action.label, wanted) }))]
      : [],
  );
}

/** Of a draft, which may say nothing yet. */
function bodyOf({ body }: Step, wanted: readonly string[]): RichText {
  return Object.keys(body).length > 0 ? localize(body, wanted) : [];
}

function labelOf(label: Step["title"], wanted: readonly string[]): string {
  if (Object.keys(label).length === 0) return "";
  return fillTemplate(localize(label, wanted), ({ fallback }) => fallback);
}

/** A title as it is read; one that says nothing is a dash. */
function oneLine(text: string): string {
  return readable(text).trim() || "–";
}
