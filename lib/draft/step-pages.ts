import type { Condition } from "../model/condition.ts";
import type { Guide } from "../model/guide.ts";
import type { UrlPattern } from "../model/url-pattern.ts";
import { pageOf } from "./page-of.ts";

/**
 * On which page each step plays, as far as the guide says: where it was recorded, else the page that an earlier step
 * waits for, else that of the trigger.
 */
export function stepPages({ steps, trigger }: Guide): Map<string, UrlPattern> {
  const pages = new Map<string, UrlPattern>();
  let page = pageIn(trigger.when);
  for (const { id, recorded, advance } of steps) {
    const here = recorded && recorded.gesture.type !== "navigate" && pageOf(recorded.url)?.url;
    if (here) page = here;
    if (page) pages.set(id, page);
    if (advance.on === "until") page = pageIn(advance.condition) ?? page;
  }
  return pages;
}

/** The one page without which the condition does not hold. */
function pageIn(condition: Condition | undefined): UrlPattern | undefined {
  if (condition?.type === "page") return condition.url;
  if (condition?.type !== "all") return undefined;
  return condition.of.map(pageIn).find((url) => url !== undefined);
}
