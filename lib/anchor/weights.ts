/**
 * Every number by which an answer is judged. The weights are start values of the scorer, the gate is what makes
 * a wrong answer rare; rules A5 to A9 of docs/spec/anchor.md say what they mean.
 */
export const WEIGHTS = {
  text: 3,
  testId: 2,
  id: 1.2,
  field: 1.6,
  label: 1.6,
  href: 1.6,
  neighbours: 1.5,
  region: 1.2,
  /** Only where words say nothing. */
  order: 1.5,
  alt: 1,
  title: 1,
  placeholder: 1,
  icon: 1,
  role: 0.8,
  size: 0.6,
  location: 0.6,
  tag: 0.4,
  path: 0.4,
  /** Added to the denominator when the candidate has a text and the target had none. */
  unexpectedText: 0.5,
} as const;

/**
 * The most that a text, id or link may count which is alike but not equal. Not even the same id counts fully, and so
 * never decides alone: applications give it to other things.
 */
export const PARTIAL = {
  text: 0.85,
  /** One text is the other's label before a dash or bracket: "Undo" and "Undo (Ctrl+Z)". */
  head: 0.9,
  /** One text holds the other, but not as its beginning: "Magazine" and "T Magazine". A factor. */
  inside: 0.75,
  /** Each text has a word that the other lacks: "Expand all" is like "Collapse all" and its very opposite. */
  exchanged: 0.3,
  /** It says what something beside the target said. A factor of the whole score. */
  beside: 0.7,
  /** The same place among its siblings, where there are more or fewer elements of its build than there were. */
  sibling: 0.5,
  id: 0.6,
  sameId: 0.95,
  href: 0.7,
  /** An icon that many elements bear. */
  commonIcon: 0.3,
} as const;

/** From this rarity on, sharing an icon tells something. */
export const RARE = 0.75;

/** Below it, even the commonest value keeps some of its weight. */
export const RARITY_FLOOR = 0.15;

export type Gate = typeof GATE;

/**
 * What an answer by score must pass. `score`, `margin`, `agrees`, `marked` and `worded` were chosen on 410 pairs of
 * old and new elements of 24 public pages, one site left out at a time (`npm run bench -- locating`, in percent):
 *
 * | gate | answered | wrong of answered | target taken out: something really different |
 * |---|---|---|---|
 * | chosen on all other sites | 89.0 | 0 | 0.24 |
 * | this one, on all sites | 89.3 | 0 | 0 |
 * | score .60, on all sites | 89.3 | 0 | 0 |
 * | score .55, on all sites | 89.3 | 0 | 0.73 |
 * | `agrees` .40, on all sites | 89.5 | 0 | 0.24 |
 * | no `worded`, on all sites | 87.6 | 0 | 0 |
 * | no `marked`, on all sites | 86.6 | 0 | 0 |
 * | no `agreed`, on all sites | 89.0 | 0 | 0 |
 *
 * All sites choose score, `marked` and `worded` as they stand here, 23 of 24 the margin; `agrees` .4 answers one pair
 * more and .5 was taken as the more careful. Rows with all sites are fits, and `agreed`, `beside`, `head` and
 * `inside` were found by looking at all pages.
 */
export const GATE = {
  score: 0.65,
  /** Lead over the best different control. */
  margin: 0.06,
  /** How many independent families of evidence must agree, */
  families: 2,
  /** and how far, to count. */
  agrees: 0.5,
  /** Where texts contradict each other, an identifier or a link must agree this far. */
  despiteText: 0.9,
  /** How far a rival may be ahead of the only element with the target's text. */
  behind: 0.05,
  /** One family alone, between elements of one role, if it agrees fully: the same field, or a link to the same place. */
  marked: { score: 0.35, margin: 0.1 },
  /** Text alone, between elements of one role, with a clear lead. */
  worded: { score: 0.6, margin: 0.1 },
  /** Two of text, identity and link, each of which nearly names it by itself. */
  agreed: { score: 0.5, margin: 0.12, text: 0.6, mark: 0.9 },
  /** With a page in another language than the sample, where texts say nothing. */
  foreign: { score: 0.5, margin: 0.2 },
  placed: { score: 0.8, margin: 0.2 },
  /** From here up it is likely, and may be asked about. */
  likely: { score: 0.5, margin: 0.05 },
  /** An element that is already pointed at is kept down to this score. */
  keep: 0.4,
};
