/** Longest text that is compared, in characters. */
export const TEXT_LIMIT = 120;

/** Apostrophes, and the points of "U.S.": the words around them are one. */
const WITHIN_WORDS = /(?<=\p{L})['’]|(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L})|\s|$)/gu;

/**
 * A text as it is compared: lower case, digits and punctuation apart, one space between words, so that
 * "Inbox (12)" equals "Inbox (3)"; a slash stays, because "/orders" is not "Orders". A text without letters ("×", "42") is compared as it stands.
 */
export function normalise(text: string | undefined): string {
  if (!text) return "";
  const plain = text.normalize("NFC").toLowerCase().replace(WITHIN_WORDS, "");
  const letters = plain.replace(/[^\p{L}\p{M}/]+/gu, " ").trim();
  return (/\p{L}/u.test(letters) ? letters : plain.replace(/\s+/g, " ").trim())
    .slice(0, TEXT_LIMIT)
    .trim();
}

/** The label of a text that goes on to explain it, such as "Undo" of "Undo (Ctrl+Z)" and of "Undo - takes back". */
export function headOf(text: string): string {
  return text.split(/\s[-–—|•·]\s|\s\(|:\s/, 1)[0] ?? "";
}

/** The words of a text or identifier; single letters say too little. */
export function tokens(text: string): Set<string> {
  return wordsOf(normalise(text));
}

/** The words of a text that is normalised already. */
export function wordsOf(normalised: string): Set<string> {
  return new Set(normalised.split(" ").filter(Boolean));
}

/** Shared words of all words, 0 to 1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = overlap(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Shared words of the shorter text, 0 to 1: a label that was shortened or extended. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size);
  return shorter === 0 ? 0 : overlap(a, b) / shorter;
}

/** Whether the shorter of two texts is the beginning of the longer: what follows only explains. */
export function beginsAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  const beginning = new Set([...longer].slice(0, shorter.size));
  return overlap(shorter, beginning) === shorter.size;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word) || hasForm(b, word)) shared++;
  return shared;
}

/** Whether another form of the word is there, such as "videos" for "video": the same but for its end. */
function hasForm(words: ReadonlySet<string>, word: string): boolean {
  const stem = word.slice(0, Math.max(4, Math.ceil(word.length * 0.75)));
  if (word.length < 4) return false;
  for (const other of words) {
    if (other.startsWith(stem) && other.length <= word.length + 2) return true;
  }
  return false;
}
