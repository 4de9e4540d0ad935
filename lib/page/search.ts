import type { Anchor } from "../model/anchor.ts";
import { choice } from "./choice.ts";
import { localTarget } from "./local-target.ts";
import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";
import type { Search } from "./seek.ts";

/** Looks in the documents that this script can reach. */
export function localSearch(
  locator: Locator,
  page: PageObserver,
  look: Locator["search"] = locator.search,
): Search {
  return async (anchor, signal) => {
    const answer = await look(anchor, signal);
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

/** After a search that found nothing, goes once through a list that draws its rows only as it scrolls (A20). */
export function orByScrolling(search: Search, locator: Locator, page: PageObserver): Search {
  const tried = new Set<Anchor>();
  const scroll = localSearch(locator, page, (anchor, signal) =>
    locator.searchByScrolling(anchor, locator.search, signal),
  );
  return async (anchor, signal) => {
    const answer = await search(anchor, signal);
    if (answer.outcome !== "absent" || anchor.row !== "this" || tried.has(anchor)) return answer;
    tried.add(anchor);
    return scroll(anchor, signal);
  };
}
