import type { Sample } from "../model/anchor.ts";

/** Words by which languages are told apart, each once. */
export type Vocabulary = ReadonlySet<string>;

/** What a sample knows of its page's language: words of the page, else of what was around the target. */
export function vocabularyOf({ words, fingerprint }: Sample): Vocabulary {
  if (words && words.length > 0) return vocabulary(words);
  const { name, text, label, heading, neighbours = [] } = fingerprint;
  return vocabulary([name, text, label, heading, ...neighbours]);
}

export function vocabulary(texts: Iterable<string | undefined>): Vocabulary {
  const found = new Set<string>();
  for (const text of texts) for (const word of text ? wordsIn(text) : []) found.add(word);
  return found;
}

/** Short words are the same in many languages, unless a letter is as good as a word. */
export function wordsIn(text: string): string[] {
  const all =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return all.filter((word) => word.length > 2 || scriptOf(word) === EAST_ASIAN);
}

/** The last four are written side by side. */
const SCRIPTS = "Latin Cyrillic Greek Arabic Hebrew Devanagari Thai Han Hiragana Katakana Hangul"
  .split(" ")
  .map((name) => new RegExp(`\\p{Script=${name}}`, "u"));
const LATIN = 0;
const EAST_ASIAN = 7;

/** Of the first letter: words hardly mix. */
function scriptOf(word: string): number {
  const first = word.slice(0, 1);
  if (first >= "a" && first <= "z") return LATIN;
  return Math.min(
    EAST_ASIAN,
    SCRIPTS.findIndex((script) => script.test(first)),
  );
}

/** Fewer words do not tell a language. */
const ENOUGH = 3;

/**
 * Whether a page is written in another language than the words of a sample; undefined if they are too few to tell.
 * Pages that are translated in part count as foreign.
 */
export function isOtherLanguage(sample: Vocabulary, page: Vocabulary): boolean | undefined {
  if (sample.size < ENOUGH || page.size < ENOUGH) return undefined;
  if (isKept(sample, page)) return false;
  const script = mainScript(sample);
  const inScript = (word: string) => scriptOf(word) === script;
  if (share(page, inScript) < MAIN_SCRIPT * share(sample, inScript)) return true;
  if (isAccentedAlone(page, sample) || isAccentedAlone(sample, page)) return true;
  const kept = share(sample, (word) => page.has(word));
  return kept < GONE && sample.size >= 4 * ENOUGH;
}

/** Whether so much of a sample's words is in a page that it speaks the same language, whatever else is in it. */
export function isKept(sample: Vocabulary, page: Vocabulary): boolean {
  return sample.size >= ENOUGH && share(sample, (word) => page.has(word)) > SAME;
}

/** Of the words of a page so many survive its next versions. */
const SAME = 0.75;
/** Where so few do, it is not the same language. */
const GONE = 0.15;
const MAIN_SCRIPT = 0.7;
/** A share of words with letters beyond a to z by which languages differ. */
const ACCENTED = 0.04;
/** Fewer may be names. */
const ACCENTED_WORDS = 3;

function share(words: Vocabulary, test: (word: string) => boolean): number {
  let passed = 0;
  for (const word of words) if (test(word)) passed++;
  return passed / words.size;
}

function mainScript(words: Vocabulary): number {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(scriptOf(word), (counts.get(scriptOf(word)) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function isAccented(word: string): boolean {
  return /[^a-z]/.test(word) && scriptOf(word) === LATIN;
}

/** Whether only one of them has letters that many languages beside English write. */
function isAccentedAlone(one: Vocabulary, other: Vocabulary): boolean {
  const accented = share(one, isAccented);
  if (accented * one.size < ACCENTED_WORDS) return false;
  return accented > ACCENTED && share(other, isAccented) < ACCENTED / 3;
}

/** Whether two declared languages differ; unknown counts as the same. */
export function isDeclaredOther(sample: string | undefined, page: string | undefined): boolean {
  return Boolean(sample && page && primary(sample) !== primary(page));
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split("-")[0];
}
