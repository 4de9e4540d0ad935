import { localTarget } from "./local-target.ts";
import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";
import type { Search } from "./seek.ts";

/** Looks in the documents that this script can reach. */
export function localSearch(locator: Locator, page: PageObserver): Search {
  return async (anchor, signal) => {
    const answer = await locator.search(anchor, signal);
    const { outcome, reason, score } = answer;
    if (outcome === "ambiguous") return { outcome, reason, score, several: answer.rivals.length };
    if (outcome === "absent") return { outcome, reason, score };
    const target = localTarget(answer.element, answer.print, locator, page);
    return { outcome, reason, score, target };
  };
}
