import type { Rect } from "../model/rect.ts";
import { windowBox } from "./frame-box.ts";
import { set } from "./set-style.ts";

const PADDING_PX = 4;

/** Lays the ring around a box; the page below stays usable. Off while the target is scrolled out of sight. */
export function putSpotlight(ring: HTMLElement, box: Rect, hidden: boolean): void {
  if (hidden) {
    delete ring.dataset.on;
    return;
  }
  set(ring, {
    translate: `${box.x - PADDING_PX}px ${box.y - PADDING_PX}px`,
    width: `${box.width + 2 * PADDING_PX}px`,
    height: `${box.height + 2 * PADDING_PX}px`,
  });
  if (!ring.dataset.on) ring.dataset.on = "true";
}

/** Brings the target into view, also within a scrolled region; moves nothing if it is in view. */
export function reveal(target: Element): void {
  const { y, height } = windowBox(target);
  const outside = y + height < 0 || y > innerHeight;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  Element.prototype.scrollIntoView.call(target, {
    block: outside ? "center" : "nearest",
    inline: "nearest",
    behavior: calm ? "auto" : "smooth",
  });
}
