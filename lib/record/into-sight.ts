import { searchPage } from "../anchor/dom/search.ts";
import type { Anchor } from "../model/anchor.ts";
import type { PagePlace } from "../model/lookup.ts";
import { windowBox } from "../page/frame-box.ts";

/** Looks for an anchor's element and brings it into sight. Of rows that a person chooses from, the first serves as well as any. */
export async function bringIntoSight(anchor: Anchor, signal: AbortSignal): Promise<PagePlace> {
  const answer = await searchPage(anchor, signal);
  const element =
    answer.outcome === "found"
      ? answer.element
      : answer.outcome === "ambiguous" && answer.choose
        ? answer.elements[0]
        : undefined;
  if (!element) {
    return { outcome: answer.outcome === "found" ? "absent" : answer.outcome };
  }
  const block = isInSight(element) ? "nearest" : "center";
  element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
  await drawn(signal);
  const { x, y, width, height } = windowBox(element);
  return { outcome: "found", box: { x, y, width, height } };
}

function isInSight(element: Element): boolean {
  const { x, y, width, height } = windowBox(element);
  return x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
}

/** The page has been drawn as it is now. */
async function drawn(signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  await promise;
}
