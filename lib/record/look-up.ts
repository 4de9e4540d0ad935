import { isControl } from "../anchor/dom/control.ts";
import { fingerprint } from "../anchor/dom/fingerprint.ts";
import { searchPage } from "../anchor/dom/search.ts";
import { isVisible } from "../anchor/dom/visible.ts";
import type { Lookup } from "../exchange/imported.ts";

/** Less of an element than this share of its area would be something else than what was meant. */
const MOST = 0.5;

/**
 * Looks a selector of an imported guide up in this page, once: the first visible element that matches, by a
 * fingerprint that finds just this element again, else by a control that is most of it.
 */
export async function lookUp(selector: string, signal: AbortSignal): Promise<Lookup> {
  const matches = queryAll(selector);
  if (!matches) return { outcome: "invalid" };
  if (matches.length === 0) return { outcome: "missing" };
  const element = matches.find(isVisible);
  if (!element) return { outcome: "hidden" };
  const lang = document.documentElement.lang;
  const of = { ...(lang && { lang }) };
  const answer = await findAgain(element, of, signal);
  // The same control at another depth is the same to a person.
  if (answer && (element.contains(answer) || answer.contains(element))) {
    return { outcome: "exact", ...of, fingerprint: fingerprint(element) };
  }
  const least = MOST * areaOf(element);
  for (const part of element.querySelectorAll("*")) {
    if (!isControl(part) || !isVisible(part) || areaOf(part) < least) continue;
    if ((await findAgain(part, of, signal)) !== part) continue;
    return { outcome: "part", ...of, fingerprint: fingerprint(part) };
  }
  return { outcome: "unsure" };
}

/** What the runtime would point at, given what is to be seen of the element now. */
async function findAgain(
  element: Element,
  of: { lang?: string },
  signal: AbortSignal,
): Promise<Element | undefined> {
  const samples = [{ ...of, fingerprint: fingerprint(element) }];
  const answer = await searchPage({ samples }, signal);
  return answer.outcome === "found" ? answer.element : undefined;
}

function queryAll(selector: string): Element[] | undefined {
  try {
    return [...document.querySelectorAll(selector)];
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}
