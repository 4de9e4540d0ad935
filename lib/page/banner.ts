import { isOwn } from "../anchor/dom/own.ts";
import { boxOf, localName, matches } from "../anchor/dom/safe.ts";
import type { Placement } from "../model/guide.ts";
import { type BannerPlace, bannerPlace } from "./banner-place.ts";
import { focusedElements } from "./field-focus.ts";

const FIELD = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
/** Where a focus is nowhere in particular. */
const WHOLE = new Set(["html", "body", "frameset"]);

/**
 * Keeps a banner off what has the focus in the page: it goes to the other edge, or away until the focus moves on. It
 * looks again when the focus, the page or a size changes, and never otherwise.
 */
export function keepClear(card: HTMLElement, wanted: Placement, signal: AbortSignal): void {
  const edge = wanted === "bottom" ? "bottom" : "top";
  const update = () => {
    const focused = focusedElement();
    const obstacle = focused && { box: boxOf(focused), whole: matches(focused, FIELD) };
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const window = { width: innerWidth, height: innerHeight };
    const place: BannerPlace = bannerPlace(obstacle, size, window, edge);
    if (card.dataset.edge !== place) card.dataset.edge = place;
  };
  const options = { capture: true, passive: true, signal };
  for (const type of ["focusin", "focusout", "scroll", "resize"]) {
    addEventListener(type, update, options);
  }
  const sizes = new ResizeObserver(update);
  sizes.observe(card);
  signal.addEventListener("abort", () => sizes.disconnect(), { once: true });
  update();
}

function focusedElement(): Element | undefined {
  const active = focusedElements().at(-1);
  return !active || isOwn(active) || WHOLE.has(localName(active)) ? undefined : active;
}
