import { type Word, wordsOf } from "./library-words.ts";

/** A piece of a text, and whether it is what somebody looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Characters of an excerpt before and after the first word that was looked for. */
const BEFORE = 40;
const AFTER = 110;

const isMeant = (terms: ReadonlySet<string>) => (word: Word) =>
  terms.has(word.plain) || terms.has(word.stem);

/** The text in pieces: L15 of docs/spec/library.md. */
export function markedPieces(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const { from, to } of wordsOf(text).filter(isMeant(terms))) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return pieces;
}

/** The part of the text that has most of the terms, cut between words; null: it has none. */
export function excerpt(texts: readonly string[], terms: ReadonlySet<string>): string | null {
  const [best] = texts
    .map((text) => ({ text, meant: wordsOf(text).filter(isMeant(terms)) }))
    .map(({ text, meant }) => ({ text, meant, many: new Set(meant.map(({ stem }) => stem)).size }))
    .sort((a, b) => b.many - a.many);
  const first = best?.meant[0];
  if (!best || !first) return null;
  const { text } = best;
  const words = wordsOf(text);
  const start = words.find(({ from }) => from >= first.from - BEFORE)?.from ?? 0;
  const end = words.findLast(({ to }) => to <= first.to + AFTER)?.to ?? text.length;
  const cutBefore = start > (words[0]?.from ?? 0);
  const cutAfter = end < (words.at(-1)?.to ?? text.length);
  const from = cutBefore ? start : 0;
  const to = cutAfter ? Math.max(end, first.to) : text.length;
  return `${cutBefore ? "… " : ""}${text.slice(from, to)}${cutAfter ? " …" : ""}`;
}
