import type { Localized } from "../model/primitives.ts";
import type { Block, LocalizedRichText, RichText } from "../model/rich-text.ts";
import { plainText } from "../tour/plain-text.ts";
import { type Finding, finding } from "./finding.ts";
import { richTextOf } from "./html.ts";

type Texts = Readonly<Record<string, string>>;

const LONGEST_TITLE = 120;

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

/** The first block if it is short, which is then not said again; else its first sentence or first words. */
function beginningOf(text: RichText): { said: string; rest: RichText } {
  const at = text.findIndex((block) => spoken(block) !== "");
  const first = text[at];
  if (!first) return { said: "", rest: text };
  const said = spoken(first);
  if (said.length <= LONGEST_TITLE) return { said, rest: text.toSpliced(at, 1) };
  const sentence = /^.{1,119}?(?:[.!?](?=\s)|[。！？])/su.exec(said)?.[0];
  return { said: sentence ?? shortened(said), rest: text };
}

function spoken(block: Block): string {
  return plainText([block]).trim();
}

function shortened(text: string): string {
  const cut = text.slice(0, LONGEST_TITLE - 1);
  const space = cut.lastIndexOf(" ");
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}
