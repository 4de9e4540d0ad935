import type { Localized } from "../model/primitives.ts";
import type { Block, LocalizedRichText, RichText } from "../model/rich-text.ts";
import { plainText } from "../tour/plain-text.ts";
import { type Finding, finding } from "./finding.ts";
import { richTextOf } from "./html.ts";
import { tidy } from "./inline.ts";

type Texts = Readonly<Record<string, string>>;

const LONGEST_TITLE = 120;
/** One that others follow. */
const FIRST_SENTENCE = /^.{1,119}?(?:[.!?](?=\s+\S)|[。！？](?=\s*\S))/su;

/** HTML by language as trees; each loss is named once, whatever the number of languages. */
export function richTexts(
  texts: Texts,
  path: string,
): { body: LocalizedRichText; findings: Finding[] } {
  const findings = new Map<string, Finding>();
  const body: LocalizedRichText = {};
  for (const [locale, html] of Object.entries(texts)) {
    const { text, lost } = richTextOf(html);
    body[locale] = text;
    for (const { code, what } of lost) {
      findings.set(`${code} ${what}`, finding(path, code, what));
    }
  }
  return { body, findings: [...findings.values()] };
}

/** Takes the title of a step that has none from the beginning of its text. */
export function headed(texts: LocalizedRichText): { title: Localized; body: LocalizedRichText } {
  const title: Localized = {};
  const body: LocalizedRichText = {};
  for (const [locale, text] of Object.entries(texts)) {
    const beginning = beginningOf(text);
    body[locale] = beginning.rest;
    if (beginning.said) title[locale] = beginning.said;
  }
  return { title, body };
}

/** The first sentence if others follow, else the first block if it is short, else its first words. */
function beginningOf(text: RichText): { said: string; rest: RichText } {
  const at = text.findIndex((block) => spoken(block) !== "");
  const first = text[at];
  if (!first) return { said: "", rest: text };
  const said = spoken(first);
  const sentence = FIRST_SENTENCE.exec(said)?.[0];
  if (sentence) return { said: sentence, rest: without(text, at, said.slice(sentence.length)) };
  if (said.length <= LONGEST_TITLE) return { said, rest: text.toSpliced(at, 1) };
  return { said: shortened(said), rest: text };
}

/** What is only text loses what the title says; everything else is left whole, so that nothing of it is lost. */
function without(text: RichText, at: number, remaining: string): RichText {
  const block = text[at];
  if (block?.type !== "paragraph" || block.children.some(({ type }) => type !== "text"))
    return text;
  const children = tidy([{ type: "text", text: remaining }]);
  return text.toSpliced(at, 1, { type: "paragraph", children });
}

function spoken(block: Block): string {
  return plainText([block]).trim();
}

function shortened(text: string): string {
  const cut = text.slice(0, LONGEST_TITLE - 1);
  const space = cut.lastIndexOf(" ");
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}
