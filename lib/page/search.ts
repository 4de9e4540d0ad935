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
    const { outcome, reason, score, margin } = answer;
    const judged = { reason, score, margin };
    if (outcome === "absent") return { outcome, ...judged };
    if (outcome === "ambiguous") {
      if (!answer.choose) return { outcome, ...judged, several: answer.rivals.length };
      const { elements } = answer;
      const target = choice(anchor, elements, { locator, page });
      return { outcome: "found", ...judged, target, choices: elements.length };
    }
    const target = localTarget(answer.element, answer.print, locator, page);
    return { outcome, ...judged, target, ...(outcome === "found" && { tier: answer.tier }) };
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
