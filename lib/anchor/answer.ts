/** What a search says. It points at the right thing or says why not; it never guesses. */
export type Answer = Found | Likely | Ambiguous | Absent;

export interface Found {
  outcome: "found";
  index: number;
  /** 0: exact id, 1: exact unique text, 2: score and gate. */
  tier: 0 | 1 | 2;
  /** 0 to 1. */
  score: number;
  /** How far the best rival lies behind, 0 to 1. */
  margin: number;
  reason: string;
  /** Others say the same and lead to the same place; each of them would do. */
  twin?: true;
}

/** Probably this one, but another is nearly as like it: to be asked about, never to be acted on. */
export interface Likely {
  outcome: "likely";
  index: number;
  score: number;
  margin: number;
  reason: string;
}

export interface Ambiguous {
  outcome: "ambiguous";
  /** Elements between which the evidence does not decide, best first. */
  rivals: number[];
  /** The author left the choice among them to the person: each of them is right. */
  choose?: true;
  score: number;
  margin: number;
  reason: string;
}

export interface Absent {
  outcome: "absent";
  /** Of the best candidate, 0 if there was none. */
  score: number;
  margin: number;
  reason: string;
}

const RANK = { found: 3, likely: 2, ambiguous: 1, absent: 0 } as const;

/** The surer of two answers; the first wins a tie. */
export function better(a: Answer, b: Answer): Answer {
  const byOutcome = RANK[b.outcome] - RANK[a.outcome];
  return byOutcome > 0 || (byOutcome === 0 && b.score > a.score) ? b : a;
}
