import type { Rarity, RowIntent, Sample } from "../../model/anchor.ts";
import { prepare } from "../features.ts";
import { type Lamp, lampOf } from "../lamp.ts";
import { sharedBy } from "../population.ts";
import { appPlace } from "./app.ts";
import { createSurroundings } from "./context.ts";
import { controlOf } from "./control.ts";
import { fingerprint } from "./fingerprint.ts";
import { tellingWords } from "./language.ts";
import { examine } from "./search.ts";

/** What an author's click comes to, and how surely it will be found again. */
export interface Taken {
  sample: Sample;
  lamp: Lamp;
}

/**
 * Takes the sample of an element as its author points at it, and looks for it in the page at once. `keep` says what of it
 * is kept. The name of its row, which is often a customer's, is kept only where that very row is meant.
 */
export async function takeSample(
  pointedAt: Element,
  row: RowIntent | undefined,
  signal: AbortSignal,
  keep = (sample: Sample, _: Element) => sample,
): Promise<Taken> {
  const element = controlOf(pointedAt);
  const sample = keep(sampleOf(element, row), element);
  const rarity = await rarityOf(element, sample, row, signal);
  return { sample: { ...sample, rarity }, lamp: lampOf(rarity, row) };
}

/** What is to be seen of just this element now. */
export function sampleOf(element: Element, row?: RowIntent): Sample {
  const { row: place, ...print } = fingerprint(element, createSurroundings());
  const { key, ...nameless } = place ?? { place: [0, 1] };
  const kept = place && { row: row === "this" ? place : nameless };
  return { ...appPlace(), fingerprint: { ...print, ...kept }, words: tellingWords() };
}

/** How alone the element of a sample is in its page. Works in slices; rejects only with the signal's reason. */
export async function rarityOf(
  element: Element,
  sample: Sample,
  row: RowIntent | undefined,
  signal: AbortSignal,
): Promise<Rarity> {
  const anchor = { samples: [sample], ...(row && { row }) };
  const { answer, looked, surroundings } = await examine(anchor, signal);
  const found = looked.named(answer);
  // The first row is rarely the one that was pointed at.
  const again = "element" in found && (row === "first" || isSame(found.element, element));
  const chosen = "elements" in found && found.choose && found.elements.includes(element);
  const margin = again ? answer.margin : chosen ? 1 : 0;
  return { shared: sharedBy(prepare(sample.fingerprint), surroundings.population), margin };
}

function isSame(a: Element, b: Element): boolean {
  return a === b || a.contains(b) || b.contains(a);
}
