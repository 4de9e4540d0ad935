import { sampleOf } from "../anchor/dom/author.ts";
import { isControl } from "../anchor/dom/control.ts";
import { searchPage } from "../anchor/dom/search.ts";
import { isVisible } from "../anchor/dom/visible.ts";
import type { Sample } from "../model/anchor.ts";
import type { Lookup } from "../model/lookup.ts";
import { selectAll } from "./select.ts";

/** Less of an element than this share of its area would be something else than what was meant. */
const MOST = 0.5;

/** What came of a look-up, and the element that it means. */
export interface Seen {
  lookup: Lookup;
  element?: Element;
}

/**
 * Looks a selector of an imported guide up in this page, once: the first visible element that matches, by a
 * fingerprint that finds just this element again, else by a control that is most of it.
 */
export async function lookUp(selector: string, signal: AbortSignal): Promise<Lookup> {
  return (await lookUpAny([selector], signal)).lookup;
}

/** The same for several ways to name one element, the best first: the first that shows something counts. */
export async function lookUpAny(selectors: readonly string[], signal: AbortSignal): Promise<Seen> {
  const found = selectors.map(selectAll);
  const shown = found.map((matches) => matches?.find(isVisible));
  const element = shown.find((one) => one !== undefined);
  if (!element) {
    if (found.some((matches) => matches && matches.length > 0))
      return { lookup: { outcome: "hidden" } };
    return { lookup: { outcome: found.every((matches) => !matches) ? "invalid" : "missing" } };
  }
  const differ = shown.some((one) => one && !isSame(one, element)) && { differ: true };
  const sample = sampleOf(element);
  const answer = await findAgain(sample, signal);
  // The same control at another depth is the same to a person.
  if (answer && isSame(element, answer)) {
    return { lookup: { outcome: "exact", ...differ, sample }, element };
  }
  const least = MOST * areaOf(element);
  for (const part of element.querySelectorAll("*")) {
    if (!isControl(part) || !isVisible(part) || areaOf(part) < least) continue;
    const partly = sampleOf(part);
    if ((await findAgain(partly, signal)) !== part) continue;
    return { lookup: { outcome: "part", ...differ, sample: partly }, element: part };
  }
  return { lookup: { outcome: "unsure" }, element };
}

function isSame(a: Element, b: Element): boolean {
  return a.contains(b) || b.contains(a);
}

/** What the runtime would point at, given what is to be seen of the element now. */
async function findAgain(sample: Sample, signal: AbortSignal): Promise<Element | undefined> {
  const answer = await searchPage({ samples: [sample] }, signal);
  return answer.outcome === "found" ? answer.element : undefined;
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}
