import { choice } from "./choice.ts";
import { localTarget } from "./local-target.ts";
import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";
import type { Search } from "./seek.ts";

/** Looks in the documents that this script can reach. */
export function localSearch(locator: Locator, page: PageObserver): Search {
  return async (anchor, signal) => {
    const answer = await locator.search(anchor, signal);
    const { reason, score, margin } = answer;
    const judged = { reason, score, margin };
    if (answer.outcome === "ambiguous" && answer.choose) {
      const { elements } = answer;
      const target = choice(anchor, elements, { locator, page });
      return { outcome: "found", ...judged, target, choices: elements.length };
    }
    if (answer.outcome === "ambiguous") {
      return { outcome: "ambiguous", ...judged, several: answer.rivals.length };
    }
    if (answer.outcome === "absent") return { outcome: "absent", ...judged };
    const target = localTarget(answer.element, answer.print, locator, page);
    if (answer.outcome === "likely") return { outcome: "likely", ...judged, target };
    return { outcome: "found", ...judged, target, tier: answer.tier };
  };
}
