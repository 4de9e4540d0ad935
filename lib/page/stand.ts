import { isOwn } from "../anchor/dom/own.ts";
import { boxOf, localName, matches } from "../anchor/dom/safe.ts";
import type { Placement } from "../model/placement.ts";
import { focusedElements } from "./field-focus.ts";
import { move } from "./place.ts";
import { isRightToLeft } from "./right-to-left.ts";
import { spotOf } from "./side.ts";
import { type Obstacle, windowPlace } from "./window-place.ts";

const FIELD = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
/** Where a focus is nowhere in particular. */
const WHOLE = new Set(["html", "body", "frameset"]);

/**
 * Keeps something of ours at an edge or in a corner of the window and off what has the focus in the page: it goes to
 * another edge or corner, or away until the focus moves on. It looks again when the focus, the page or a size changes,
 * and never otherwise.
 */
export function stand(
  block: HTMLElement,
  placement: Exclude<Placement, "auto">,
  margin: number,
  signal: AbortSignal,
): void {
  const update = (event?: unknown) => {
    const focused = focusedElements();
    const next = event instanceof FocusEvent ? event.relatedTarget : null;
    // Nothing moves away under the hand of who is about to use it.
    if (block.dataset.at && (isOwn(next) || focused.some(isOwn))) return;
    const obstacle = obstacleIn(focused.at(-1));
    const size = { width: block.offsetWidth, height: block.offsetHeight };
    const window = { width: innerWidth, height: innerHeight };
    const spot = spotOf(placement, isRightToLeft());
    const at = windowPlace(spot, size, window, margin, obstacle);
    block.toggleAttribute("data-away", !at);
    if (!at) return;
    move(block, { left: at.left, top: at.top });
    block.dataset.at = `${at.toY < 0 ? "top" : "bottom"} ${at.toX < 0 ? "left" : "right"}`;
  };
  const options = { capture: true, passive: true, signal };
  for (const type of ["focusin", "focusout", "scroll", "resize"]) {
    addEventListener(type, update, options);
  }
  let frame = 0;
  // In the next frame: a size that changes within this one is reported to the host's page as an error.
  const sizes = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => update());
  });
  sizes.observe(block);
  const stop = () => {
    sizes.disconnect();
    cancelAnimationFrame(frame);
  };
  signal.addEventListener("abort", stop, { once: true });
  update();
}

function obstacleIn(focused: Element | undefined): Obstacle | undefined {
  if (!focused || isOwn(focused) || WHOLE.has(localName(focused))) return undefined;
  return { box: boxOf(focused), whole: matches(focused, FIELD) };
}
