import { reveal } from "./spotlight.ts";

/** An outline moves nothing, and an animation changes neither attributes nor styles of the host. */
const MARK = { outline: Array(2).fill("4px solid #d97706"), outlineOffset: Array(2).fill("3px") };
const TIMING = { duration: 1000, iterations: Number.POSITIVE_INFINITY };

/** Brings an element into view and outlines it, until the returned animation is cancelled. */
export function markElement(element: Element): Animation {
  reveal(element);
  return Element.prototype.animate.call(element, MARK, TIMING);
}
