/** Whole numbers of each kind of rating, from the worst answer to the best. */
export const SCALES = {
  /** "How likely are you to recommend …?" */
  nps: [0, 10],
  /** "How satisfied are you …?" */
  csat: [1, 5],
  /** "… made it easy for me to …": from "strongly disagree" to "strongly agree". */
  ces: [1, 7],
} as const satisfies Record<string, readonly [number, number]>;

export type Rating = keyof typeof SCALES;

/** Characters of a written answer. */
export const TEXT_LIMIT = 2000;
