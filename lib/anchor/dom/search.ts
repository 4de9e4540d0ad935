import type { Anchor, Fingerprint } from "../../model/anchor.ts";
import type { Answer } from "../answer.ts";
import type { Candidate } from "../candidate.ts";
import { likeness, locate } from "../locate.ts";
import { rank } from "../ranking.ts";
import { GATE } from "../weights.ts";
import { createSurroundings } from "./context.ts";
import { fingerprint, type Parts } from "./fingerprint.ts";
import { createTurn, type Turn } from "./pause.ts";
import { attribute, isConnected, lineage } from "./safe.ts";
import { survey } from "./survey.ts";
import { isVisible } from "./visible.ts";

/** How many elements are measured, and how many may prove invisible meanwhile. */
const CLOSER_LOOK = 150;
const TRIES = 450;
/** After so many it is asked whether the rest can change the answer. */
const BATCH = 50;

export type PageAnswer =
  | (Extract<Answer, { outcome: "found" | "likely" }> & { element: Element; print: Fingerprint })
  | Exclude<Answer, { outcome: "found" | "likely" }>;

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

async function examine(anchor: Anchor, signal: AbortSignal) {
  signal.throwIfAborted();
  const lang = pageLanguage();
  const turn = createTurn(signal);
  const parts = partsOf(anchor);
  const { elements, list } = await survey(anchor, lang, parts, turn);
  const looked = createCloserLook(elements, parts);
  const surroundings = { lang, population: list.population };
  const decide = () => locate(anchor, looked.candidates(), surroundings);

  // What carries the very text or identifier is nearly always decided among itself.
  if (list.exact.length > 0 && list.exact.length <= CLOSER_LOOK) {
    for (const number of list.exact) await looked.at(number, turn);
  }
  let next = looked.count();
  for (const { number, atMost } of list.ranking()) {
    if (looked.count() >= next) {
      const answer = decide();
      if (isFinal(answer, atMost)) return { looked, answer, surroundings };
      next += BATCH;
    }
    if (!(await looked.at(number, turn))) break;
  }
  return { looked, answer: decide(), surroundings };
}

/** Whether nothing that scores no more than this can change the answer. */
function isFinal(answer: Answer, atMost: number): boolean {
  const { score } = answer;
  if (answer.outcome === "found") {
    return atMost < (answer.tier < 2 ? score + GATE.behind : score - GATE.foreign.margin);
  }
  return atMost < Math.max(score, GATE.score);
}

/** Only what a target had is compared, so nothing else has to be read. */
function partsOf({ samples }: Anchor): Parts {
  const names = samples.flatMap((sample) => Object.keys(sample.fingerprint));
  return new Set([...names, "type"]);
}

/** Fingerprints of a few visible elements, with all that the target's has. */
function createCloserLook(elements: readonly Element[], parts: Parts) {
  const around = createSurroundings();
  const prints = new Map<Element, Fingerprint>();
  const tried = new Set<number>();
  const withPrint = (index: number) => {
    const element = [...prints.keys()][index] as Element;
    return { element, print: fingerprint(element) };
  };
  return {
    count: () => prints.size,
    /** False when it has looked at enough. */
    async at(number: number, turn: Turn): Promise<boolean> {
      if (prints.size >= CLOSER_LOOK || tried.size >= TRIES) return false;
      const element = elements[number];
      if (!element || tried.has(number)) return true;
      tried.add(number);
      await turn();
      if (isVisible(element)) prints.set(element, fingerprint(element, around, parts));
      return true;
    },
    candidates(): Candidate[] {
      const index = new Map([...prints.keys()].map((element, at) => [element, at]));
      return [...prints].map(([element, print]) => ({
        fingerprint: print,
        parent: index.get(nearestOf(index, element) as Element),
      }));
    },
    withPrint,
    named(answer: Answer): PageAnswer {
      return "index" in answer ? { ...answer, ...withPrint(answer.index) } : answer;
    },
  };
}

function nearestOf(known: ReadonlyMap<Element, unknown>, element: Element): Element | undefined {
  for (const outer of lineage(element)) if (outer !== element && known.has(outer)) return outer;
  return undefined;
}

/** Whether an element is still there and still what it was when its fingerprint was taken. */
export function isStill(element: Element, reference: Fingerprint): boolean {
  if (!isConnected(element) || !isVisible(element)) return false;
  const anchor = { samples: [{ fingerprint: reference }] };
  return likeness(anchor, fingerprint(element)) >= GATE.keep;
}

function pageLanguage(): string | undefined {
  return attribute(document.documentElement, "lang") || undefined;
}
