import type { Anchor, Fingerprint } from "../../model/anchor.ts";
import type { Answer } from "../answer.ts";
import { likeness, locate } from "../locate.ts";
import { createShortlist } from "../shortlist.ts";
import { GATE } from "../weights.ts";
import { fingerprint, identity } from "./fingerprint.ts";
import { createPause } from "./pause.ts";
import { attribute, isConnected } from "./safe.ts";
import { isVisible } from "./visible.ts";
import { type Seen, walk } from "./walk.ts";

/** How many elements get a full fingerprint, which needs layout. */
const CLOSER_LOOK = 200;

export type PageAnswer =
  | (Extract<Answer, { outcome: "found" }> & { element: Element; print: Fingerprint })
  | Exclude<Answer, { outcome: "found" }>;

/**
 * Looks for an anchor's element in this frame. Works in slices, so that the page stays responsive; rejects only
 * with the signal's reason.
 */
export async function searchPage(anchor: Anchor, signal: AbortSignal): Promise<PageAnswer> {
  const lang = pageLanguage();
  const pause = createPause();
  const list = createShortlist(anchor, lang);
  const parts = partsOf(anchor);
  const all: Seen[] = [];
  for (const seen of walk(document, anchor)) {
    const turn = pause();
    if (turn) await turn;
    signal.throwIfAborted();
    if (!seen) continue;
    all.push(seen);
    list.add(identity(seen.element, parts));
  }
  const chosen: number[] = [];
  const prints: Fingerprint[] = [];
  for (const number of list.best(CLOSER_LOOK)) {
    const turn = pause();
    if (turn) await turn;
    signal.throwIfAborted();
    const { element } = all[number] as Seen;
    if (!isVisible(element)) continue;
    chosen.push(number);
    prints.push(fingerprint(element));
  }
  const place = new Map(chosen.map((number, index) => [number, index]));
  const candidates = prints.map((print, index) => ({
    fingerprint: print,
    parent: nearestChosen(all, place, chosen[index] as number),
  }));
  const answer = locate(anchor, candidates, { lang, population: list.population });
  if (answer.outcome !== "found") return answer;
  const { element } = all[chosen[answer.index] as number] as Seen;
  return { ...answer, element, print: prints[answer.index] as Fingerprint };
}

/** Only what a target had is compared, so nothing else has to be read from a whole page. */
function partsOf({ samples }: Anchor): (keyof Fingerprint)[] {
  const names = samples.flatMap((sample) => Object.keys(sample.fingerprint));
  return [...new Set([...names, "type"])] as (keyof Fingerprint)[];
}

function nearestChosen(
  all: readonly Seen[],
  place: ReadonlyMap<number, number>,
  number: number,
): number | undefined {
  let at = all[number]?.parent;
  while (at !== undefined && !place.has(at)) at = all[at]?.parent;
  return at === undefined ? undefined : place.get(at);
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
