import type { PairElement } from "./pairs.ts";

/**
 * Similo as published (Nass et al., TOSEM 2023, doi 10.1145/3571855): a weighted sum of 14 similarities over the
 * visible candidates, the best of which is the answer, always. The baseline of the bench, no part of the product.
 */

const TAGS = new Set(
  "input textarea button select a h1 h2 h3 h4 h5 li span div p th tr td label svg".split(" "),
);

export function isSimiloCandidate({ tag, box }: PairElement): boolean {
  return TAGS.has(tag) && box[2] > 0 && box[3] > 0;
}

/** Of the whole list, the index of the best; undefined if there is no candidate. */
export function similoBest(
  target: PairElement,
  elements: readonly PairElement[],
): number | undefined {
  let best: number | undefined;
  let bestScore = -1;
  elements.forEach((element, index) => {
    if (!isSimiloCandidate(element)) return;
    const score = similoScore(target, element);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

export function similoScore(a: PairElement, b: PairElement): number {
  const [ax, ay, aw, ah] = a.box;
  const [bx, by, bw, bh] = b.box;
  return (
    1.5 * equal(a.tag, b.tag) +
    1.5 * equal(a.name, b.name) +
    1.5 * equal(a.id, b.id) +
    1.5 * alike(shortText(a.text), shortText(b.text)) +
    1.5 * sharedWords(a.neighbours, b.neighbours) +
    0.5 * alike(a.classes.join(" "), b.classes.join(" ")) +
    0.5 * alike(a.href, b.href) +
    0.5 * alike(a.alt, b.alt) +
    0.5 * alike(a.xpath, b.xpath) +
    0.5 * alike(a.idXpath, b.idXpath) +
    0.5 * Number(a.isButton === b.isButton) +
    0.5 * (Math.max(0, 100 - Math.hypot(ax - bx, ay - by)) / 100) +
    0.5 * ratio(aw * ah, bw * bh) +
    0.5 * ratio((100 * aw) / ah, (100 * bw) / bh)
  );
}

/** What is missing on either side counts nothing. */
function equal(a: string, b: string): number {
  return Number(a !== "" && a.toLowerCase() === b.toLowerCase());
}

function shortText(text: string): string {
  return text.length >= 3 && text.length <= 50 && !/[\n\t]/.test(text) ? text : "";
}

function ratio(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger > 0 ? (larger - Math.abs(a - b)) / larger : 0;
}

/** 1 - Levenshtein distance of letters and digits, of the longer. */
function alike(a: string, b: string): number {
  const [one, other] = [plain(a), plain(b)];
  const longer = Math.max(one.length, other.length);
  if (one === "" || other === "") return 0;
  return one === other ? 1 : 1 - distance(one, other) / longer;
}

const plains = new Map<string, string>();

function plain(text: string): string {
  let letters = plains.get(text);
  if (letters === undefined) {
    letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    plains.set(text, letters);
  }
  return letters;
}

function distance(a: string, b: string): number {
  const row = Uint16Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] as number;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number;
      const change = diagonal + Number(a.charCodeAt(i - 1) !== b.charCodeAt(j - 1));
      row[j] = Math.min(above + 1, (row[j - 1] as number) + 1, change);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}

/** Length of the words found again, whole or as the begin or end of another, of the longer text. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const length = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0);
  const longer = Math.max(length(a), length(b));
  if (longer === 0) return 0;
  const found = a.filter((word) =>
    b.some(
      (other) =>
        word === other ||
        ([word, other].every(Boolean) &&
          (other.startsWith(word) ||
            other.endsWith(word) ||
            word.startsWith(other) ||
            word.endsWith(other))),
    ),
  );
  return Math.min(1, length(found) / longer);
}
