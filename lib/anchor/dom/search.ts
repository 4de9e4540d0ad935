import type { Anchor, Fingerprint } from "../../model/anchor.ts";
import { type Answer, better } from "../answer.ts";
import { likeness, locate } from "../locate.ts";
import type { Population } from "../population.ts";
import { rank, type Surroundings } from "../ranking.ts";
import { isWantedRow } from "../rows.ts";
import type { Alike } from "../shortlist.ts";
import { GATE } from "../weights.ts";
import { type CloserLook, createCloserLook, type PageAnswer } from "./closer-look.ts";
import { fingerprint, type Parts } from "./fingerprint.ts";
import { foreignSamples } from "./language.ts";
import { createTurn, type Turn } from "./pause.ts";
import { isConnected } from "./safe.ts";
import { survey } from "./survey.ts";
import { isVisible } from "./visible.ts";

export type { PageAnswer } from "./closer-look.ts";

/** So many with the very text or identifier are all measured before the first answer. */
const FEW = 16;
/** After so many more that were measured it is asked whether the rest can change the answer. */
const BATCH = 60;

/**
 * Looks for an anchor's element in this frame. Works in slices, so that the page stays responsive; rejects only
 * with the signal's reason.
 */
export async function searchPage(anchor: Anchor, signal: AbortSignal): Promise<PageAnswer> {
  const { looked, answer } = await examine(anchor, signal);
  return looked.named(answer);
}

/**
 * The same, and the likest element of all, however little speaks for it: for an author who says what the anchor means,
 * never to be pointed at.
 */
export async function examinePage(
  anchor: Anchor,
  signal: AbortSignal,
): Promise<{ answer: PageAnswer; likest: { element: Element; print: Fingerprint } | null }> {
  const { looked, answer, surroundings } = await examine(anchor, signal);
  const [likest] = rank(anchor, looked.candidates(), surroundings)
    .flatMap(({ ranked }) => ranked.slice(0, 1))
    .sort((a, b) => b.value - a.value);
  const index = "index" in answer ? answer.index : likest?.index;
  return {
    answer: looked.named(answer),
    likest: index === undefined ? null : looked.withPrint(index),
  };
}

/** The answer and how it came about. */
export async function examine(anchor: Anchor, signal: AbortSignal): Promise<Examined> {
  signal.throwIfAborted();
  const turn = createTurn(signal);
  const first = await look(anchor, false, turn);
  if (first.answer.outcome === "found") return first;
  const samples = await foreignSamples(anchor, first.elements, turn);
  if (samples.length === 0) return first;
  const second = await look({ ...anchor, samples }, true, turn);
  return better(first.answer, second.answer) === first.answer ? first : second;
}

interface Examined {
  looked: CloserLook;
  answer: Answer;
  surroundings: Surroundings & { population: Population };
  elements: readonly Element[];
}

/** `foreign`: the page speaks another language than all samples. */
async function look(anchor: Anchor, foreign: boolean, turn: Turn): Promise<Examined> {
  const parts = partsOf(anchor, foreign);
  const { elements, list } = await survey(anchor, foreign, parts, turn);
  const inRows = anchor.row && anchor.samples.some(({ fingerprint: { row } }) => row);
  const looked = createCloserLook(
    elements,
    parts,
    inRows && anchor.row === "this"
      ? (element, around) => isWantedRow(anchor, around.rowOf(element)?.key)
      : undefined,
  );
  const surroundings = { foreign, population: list.population };
  const decide = () => {
    const partial = !looked.hasTried(list.exact);
    return locate(anchor, looked.candidates(), { ...surroundings, partial });
  };
  const examined = (answer: Answer) => ({ looked, answer, surroundings, elements });

  // What carries the very text or identifier is nearly always decided among itself.
  if (list.exact.length <= FEW) {
    for (const number of list.exact) await looked.at(number, turn);
  }
  const needs = needsOf(anchor, foreign);
  let asked = looked.count();
  let answer = decide();
  let batch = FEW;
  // An answer that is behind by less than a batch errs on the side of looking at more.
  for (const group of list.ranking()) {
    for (const number of group.numbers) {
      if (looked.count() >= asked + batch) {
        answer = decide();
        asked = looked.count();
        batch = BATCH;
      }
      if (inRows ? !group.hit && group.atMost < GATE.score : isFinal(answer, group, needs)) break;
      if (!(await looked.at(number, turn))) return examined(decide());
    }
  }
  return examined(looked.count() === asked ? answer : decide());
}

/** The lead that suffices through any door, and the score through the lowest one. */
function needsOf({ samples }: Anchor, foreign: boolean): { lead: number; score: number } {
  if (foreign) return { lead: GATE.foreign.margin, score: GATE.foreign.score };
  const isMarked = samples.some(({ fingerprint: { id, testIds, field, href } }) =>
    Boolean(id ?? testIds ?? field ?? href),
  );
  return { lead: GATE.agreed.margin, score: isMarked ? GATE.marked.score : GATE.worded.score };
}

/** Whether none of these can change the answer, whatever a closer look brings. */
function isFinal(
  answer: Answer,
  { atMost, hit }: Alike,
  needs: { lead: number; score: number },
): boolean {
  const { score } = answer;
  if (answer.outcome === "found") {
    return atMost < (answer.tier < 2 ? score + GATE.behind : score - needs.lead);
  }
  return atMost < (hit ? needs.score : Math.max(score, GATE.score));
}

/** Only what a target had is compared, so nothing else has to be read; its order only where words say nothing. */
function partsOf({ samples, row }: Anchor, foreign: boolean): Parts {
  const names = samples.flatMap((sample) => Object.keys(sample.fingerprint));
  const unread = new Set([...(foreign ? [] : ["order"]), ...(row ? [] : ["row"])]);
  return new Set([...names, "type"].filter((name) => !unread.has(name)));
}

/** Whether an element is still there and still what it was when its fingerprint was taken. */
export function isStill(element: Element, reference: Fingerprint): boolean {
  if (!isConnected(element) || !isVisible(element)) return false;
  const anchor = { samples: [{ fingerprint: reference }] };
  const print = fingerprint(element, undefined, partsOf(anchor, false));
  return likeness(anchor, print) >= GATE.keep;
}
