import { boxOf, layoutParent, localName, matches } from "../../anchor/dom/safe.ts";
import { overlap, type Rect } from "../../model/rect.ts";

/** Boxes of these are what their `overflow` is about; of rows, inline boxes and drawings it says nothing. */
const CLIPPING = /^(inline-)?(block|flex|grid)$|^(flow-root|list-item)$/;

/**
 * As much of the element's box, or of `text` within it, as the boxes around and the window let be seen; undefined:
 * none. Where it is not plain that one of them cuts off, it counts as one that does not.
 */
export function visiblePart(element: Element, text?: Rect): Rect | undefined {
  const box = text ?? boxOf(element);
  let rest = overlap(box, { x: 0, y: 0, width: innerWidth, height: innerHeight });
  if (rest && text && cutsOff(element, getComputedStyle(element))) {
    rest = overlap(rest, boxOf(element));
  }
  let free = false;
  for (let at = element; rest; ) {
    const { position } = getComputedStyle(at);
    if (position === "fixed" || matches(at, ":modal, :popover-open, :fullscreen")) return rest;
    free ||= position === "absolute";
    const parent = layoutParent(at);
    if (!parent) return rest;
    at = parent;
    const style = getComputedStyle(parent);
    // What is positioned absolutely is cut off by what it is positioned in, and not by what is between.
    if (free && style.position === "static") continue;
    free = false;
    if (cutsOff(parent, style)) rest = overlap(rest, boxOf(parent));
  }
  return rest;
}

/** Of the outermost two it is the window that cuts off. */
function cutsOff(
  element: Element,
  { overflowX, overflowY, display }: CSSStyleDeclaration,
): boolean {
  const tag = localName(element);
  if (tag === "body" || tag === "html" || !CLIPPING.test(display)) return false;
  return [overflowX, overflowY].every((way) => way !== "visible" && way !== "clip");
}
