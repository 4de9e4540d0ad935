import type { Anchor } from "../model/anchor.ts";
import { prepare } from "./features.ts";
import { normalise } from "./text.ts";

/**
 * What an element must carry to share more with an anchor than its kind and place. Cheap to ask of every element of
 * a page; a yes is only a maybe, a no is sure.
 */
export interface Hint {
  /** A text that may share a word with the target's. */
  text(text: string): boolean;
  /** An attribute, by its name in the page, with a value of the target's. */
  marks: ReadonlyMap<string, ReadonlySet<string>>;
  /** The address of a link that may lead where the target's led. */
  href(address: string): boolean;
  icons: ReadonlySet<string>;
}

export function createHint(anchor: Anchor): Hint {
  const words = new Set<string>();
  const marks = new Map<string, Set<string>>();
  const segments = new Set<string>();
  const icons = new Set<string>();
  const mark = (name: string, value: string | undefined) => {
    if (value) marks.set(name, (marks.get(name) ?? new Set()).add(value));
  };
  for (const { fingerprint } of anchor.samples) {
    const { id, testIds, field, href, icon, label, alt, title, placeholder } = fingerprint;
    const texts = [label, alt, title, placeholder].map(normalise);
    texts.push(...prepare(fingerprint).texts.map(({ key }) => key));
    for (const text of texts) for (const word of text.split(" ")) if (word) words.add(word);
    mark("id", id);
    mark("name", field);
    for (const [name, value] of Object.entries(testIds ?? {})) mark(name, value);
    for (const segment of href?.path ?? []) segments.add(segment);
    if (href?.path.length === 0) segments.add("/");
    if (icon) icons.add(icon);
  }
  const wordPattern = anyOf(words);
  const segmentPattern = anyOf(segments);
  return {
    text: (text) => wordPattern?.test(LATIN.test(text) ? text : text.normalize("NFC")) ?? false,
    marks,
    href: (address) => segmentPattern?.test(address) ?? false,
    icons,
  };
}

/** What is in these letters alone is composed already, and asking is cheaper than composing. */
const LATIN = /^[\0-\u02ff]*$/;

function anyOf(parts: ReadonlySet<string>): RegExp | undefined {
  if (parts.size === 0) return undefined;
  // Not by the rules of Unicode, which take several times as long; the words are in lower case already.
  const escaped = [...parts].map(wholeWord);
  return new RegExp(escaped.join("|"), "i");
}

/** Not within a longer word, as far as that is cheap to tell: "an" is not in "Tanaka". */
function wholeWord(part: string): string {
  const escaped = part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return /^[a-z]+$/.test(part) ? `(?<![a-z])${escaped}(?![a-z])` : escaped;
}
