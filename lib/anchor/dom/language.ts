import type { Anchor, Sample } from "../../model/anchor.ts";
import { isDeclaredOther, isKept, isOtherLanguage, vocabularyOf, wordsIn } from "../language.ts";
import { accessibleName, labelText } from "./content.ts";
import { holdsInput } from "./control.ts";
import type { Turn } from "./pause.ts";
import { attribute } from "./safe.ts";

/** Elements after which the language of a page is known. */
const ENOUGH_ELEMENTS = 3000;
/** After so many it is asked whether it is known already, as it is soon in most pages. */
const STRIDE = 100;
const LONGEST_LABEL = 60;

/**
 * The samples of an anchor that were taken in another language than the page's. The texts tell; what the document says
 * of its language only where they are too few, because many applications never change it.
 */
export async function foreignSamples(
  { samples }: Anchor,
  elements: readonly Element[],
  turn: Turn,
): Promise<Sample[]> {
  const words = new Set<string>();
  const vocabularies = samples.map(vocabularyOf);
  for (const [at, element] of elements.slice(0, ENOUGH_ELEMENTS).entries()) {
    await turn();
    for (const word of wordsIn(labelOf(element) ?? "")) words.add(word);
    const ask = at % STRIDE === STRIDE - 1;
    if (ask && vocabularies.every((known) => isKept(known, words))) return [];
  }
  const stated = attribute(document.documentElement, "lang");
  return samples.filter(
    ({ lang }, at) =>
      isOtherLanguage(vocabularies[at] ?? new Set(), words) ?? isDeclaredOther(lang, stated),
  );
}

function labelOf(element: Element): string | undefined {
  const text = holdsInput(element) ? undefined : labelText(element, LONGEST_LABEL);
  return accessibleName(element, text)?.slice(0, LONGEST_LABEL);
}

const TELLING = "button,summary,h1,h2,h3,[role=button],[role=tab],[role=menuitem],[role=heading]";
const MOST_WORDS = 40;

/** Words of the page's buttons, tabs and headings, by which a sample remembers its language. */
export function tellingWords(): string[] {
  const words = new Set<string>();
  for (const element of document.querySelectorAll(TELLING)) {
    for (const word of wordsIn(labelOf(element) ?? "")) words.add(word.slice(0, LONGEST_LABEL));
    if (words.size >= MOST_WORDS) break;
  }
  return [...words].slice(0, MOST_WORDS);
}
