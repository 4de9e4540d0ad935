/** Longest text that is compared, in characters. */
export const TEXT_LIMIT = 120;

/**
 * A text as it is compared: lower case, digits and punctuation apart, one space between words, so that
 * "Inbox (12)" equals "Inbox (3)". A text without letters ("×", "42") is compared as it stands.
 */
export function normalise(text: string | undefined): string {
  if (!text) return "";
  const plain = text.normalize("NFC").toLowerCase();
  const letters = plain.replace(/[^\p{L}\p{M}]+/gu, " ").trim();
  return (letters || plain.replace(/\s+/g, " ").trim()).slice(0, TEXT_LIMIT).trim();
}

/** The words of a text or identifier; single letters say too little. */
export function tokens(text: string): Set<string> {
  return wordsOf(normalise(text));
}

/** The words of a text that is normalised already. */
export function wordsOf(normalised: string): Set<string> {
  return new Set(normalised.split(" ").filter((word) => word.length > 1));
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

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
