import { better } from "../../../lib/anchor/answer.ts";
import { decide } from "../../../lib/anchor/gate.ts";
import { isOtherLanguage, vocabulary, vocabularyOf } from "../../../lib/anchor/language.ts";
import { type Ranking, rank } from "../../../lib/anchor/ranking.ts";
import { GATE, type Gate } from "../../../lib/anchor/weights.ts";
import {
  candidatesOf,
  fingerprintOf,
  isReallyDifferent,
  isSame,
  type PairElement,
  type PairPage,
} from "./pairs.ts";

/** One target in its new page, and in the same page without it. */
export interface Trial {
  site: string;
  target: PairElement;
  truth: PairElement;
  present: Side;
  removed: Side;
}

interface Side {
  elements: readonly PairElement[];
  ranking: Ranking;
  /** Where the words of the page seem to be another language's. */
  foreign: Ranking | undefined;
  /** How long ranking took, ms. */
  ms: number;
}

export function* trialsOf(pages: readonly PairPage[]): Generator<Trial> {
  for (const { site, candidates, pairs } of pages) {
    for (const { target, truth: index } of pairs) {
      const truth = candidates[index] as PairElement;
      const rest = candidates.filter((element) => !isSame(element, truth));
      yield {
        site,
        target,
        truth,
        present: sideOf(target, candidates),
        removed: sideOf(target, rest),
      };
    }
  }
}

function sideOf(target: PairElement, elements: readonly PairElement[]): Side {
  const candidates = candidatesOf(elements);
  const sample = { fingerprint: fingerprintOf(target) };
  const anchor = { samples: [sample] };
  const began = performance.now();
  const [ranking] = rank(anchor, candidates);
  const ms = performance.now() - began;
  const words = vocabulary(candidates.map(({ fingerprint }) => fingerprint.name));
  const other = isOtherLanguage(vocabularyOf(sample), words);
  const [foreign] = other ? rank(anchor, candidates, { foreign: true }) : [];
  return { elements, ranking: ranking as Ranking, foreign, ms };
}

export interface Tally {
  trials: number;
  answered: number;
  /** Answered with the twin of the truth: same text, same link. */
  twins: number;
  wrong: number;
  removedAnswered: number;
  removedDifferent: number;
}

export const NOTHING: Tally = {
  trials: 0,
  answered: 0,
  twins: 0,
  wrong: 0,
  removedAnswered: 0,
  removedDifferent: 0,
};

export function sum(a: Tally, b: Tally): Tally {
  const keys = Object.keys(NOTHING) as (keyof Tally)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Tally;
}

/** What a gate makes of a trial. */
export function judge({ target, truth, present, removed }: Trial, gate: Gate = GATE): Tally {
  const hit = answerOf(present, gate);
  const stray = answerOf(removed, gate);
  const right = hit !== undefined && isSame(hit, truth);
  const twin = hit !== undefined && !right && isTwin(hit, truth);
  return {
    trials: 1,
    answered: Number(hit !== undefined),
    twins: Number(twin),
    wrong: Number(hit !== undefined && !right && !twin),
    removedAnswered: Number(stray !== undefined),
    removedDifferent: Number(stray !== undefined && isReallyDifferent(target, stray)),
  };
}

function answerOf({ elements, ranking, foreign }: Side, gate: Gate): PairElement | undefined {
  const first = decide(ranking, gate);
  const answer =
    first.outcome === "found" || !foreign ? first : better(first, decide(foreign, gate));
  return answer.outcome === "found" ? elements[answer.index] : undefined;
}

/** The likest, gate or no gate. */
export function firstOf({ present }: Trial): PairElement | undefined {
  const { ranked, exact } = present.ranking;
  return present.elements[exact?.index ?? ranked[0]?.index ?? -1];
}

export function isTwin(a: PairElement, b: PairElement): boolean {
  return a.text !== "" && a.text === b.text && a.href !== "" && a.href === b.href;
}
