import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as russian } from "@orama/stemmers/russian";

/** What the library takes for a word, and for the same word: L12 and L13 of docs/spec/library.md. */

const WORD = /[\p{L}\p{N}]+/gu;

/** Said in nearly every question, and telling nothing of what is asked. */
const SMALL = new Set(
  (
    "a an and are as at by can do does for from how i in is it me my of on or the to what where with you your " +
    "а в во где для до за и из к как ко ли мне мой на не о об от по с со то у что это я"
  ).split(" "),
);

export interface Word {
  /** As it is compared: without case, accents and ё. */
  plain: string;
  /** Its stem, marked as one, so that no stem is taken for a word of the same letters. */
  stem: string;
  /** Where it stands in the text. */
  from: number;
  to: number;
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const plain = plainOf(word);
    return { plain, stem: stemOf(plain), from: index, to: index + word.length };
  });
}

/** The words that somebody asks with; if all of them are small, these. */
export function askedWords(typed: string): Word[] {
  const words = wordsOf(typed);
  const telling = words.filter(({ plain }) => !SMALL.has(plain));
  return telling.length > 0 ? telling : words;
}

function plainOf(word: string): string {
  const lower = word.normalize("NFC").toLowerCase().replaceAll("ё", "е");
  return /\p{Script=Latin}/u.test(lower) ? lower.normalize("NFD").replace(/\p{Mark}/gu, "") : lower;
}

/** The same words come again and again, and a stem takes longer than all else. */
const stems = new Map<string, string>();

export function stemOf(plain: string): string {
  const known = stems.get(plain);
  if (known !== undefined) return known;
  const stem = findStem(plain);
  stems.set(plain, stem);
  return stem;
}

function findStem(plain: string): string {
  if (/\p{Script=Cyrillic}/u.test(plain)) return `=${russian(plain)}`;
  // Porter makes "deploi" of "deploy" and "deploy" of "deployment".
  return `=${/\p{Script=Latin}/u.test(plain) ? english(plain).replace(/i$/, "y") : plain}`;
}

/** Letters that may be wrong in a word. */
export function typosIn({ length }: string): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** The word with each two neighbours in the other order. */
export function swapped(plain: string): string[] {
  return Array.from(
    { length: Math.max(0, plain.length - 1) },
    (_, at) => plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2),
  );
}

const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё";

/** The same keys on the other keyboard: "jnxtn" for «отчет», and back. */
export function onOtherKeyboard(typed: string): string {
  return [...typed.toLowerCase()]
    .map((key) => {
      const latin = LATIN_KEYS.indexOf(key);
      if (latin >= 0) return RUSSIAN_KEYS[latin];
      const russianKey = RUSSIAN_KEYS.indexOf(key);
      return russianKey >= 0 ? LATIN_KEYS[russianKey] : key;
    })
    .join("");
}
