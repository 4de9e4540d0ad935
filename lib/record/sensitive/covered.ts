import { boxOf, laidOutAround, localName, matches, shadowOf } from "../../anchor/dom/safe.ts";
import type { Rect } from "../../model/rect.ts";

const BOX = /^(block|flex|grid|flow-root|inline-block|inline-flex|inline-grid|list-item)$/;
const TOP_LAYER = ":modal, :popover-open, :fullscreen";

/**
 * Whether something opaque lies over all of a box of the element, as a dialog does over the page, so that nothing of it
 * can be seen. In doubt it is not covered. It is not asked what is above at each point: what is painted as one layer
 * and is above somewhere is above everywhere, and what has the middle and the corners of a box has all of it.
 */
export function isCovered(element: Element, box: Rect): boolean {
  const [middle, ...corners] = pointsOf(box);
  const over = layersAt(middle);
  if (over.includes(element)) return false;
  const around = new Set(laidOutAround(element));
  const cover = over.find(
    (one) => !around.has(one) && isOpaqueLayer(one) && holds(one, box) && isWhole(one),
  );
  if (!cover || !isAbove(over, element, middle)) return false;
  return corners.every((corner) => layersAt(corner).includes(cover));
}

type Point = readonly [x: number, y: number];

function pointsOf({ x, y, width, height }: Rect): [Point, Point, Point, Point, Point] {
  const inset = Math.min(0.5, width / 4, height / 4);
  const [left, right] = [x + inset, x + width - inset];
  const [upper, lower] = [y + inset, y + height - inset];
  return [
    [x + width / 2, y + height / 2],
    [left, upper],
    [right, upper],
    [left, lower],
    [right, lower],
  ];
}

/** What is topmost there and all around it, also from within shadow roots, up to what lies in the top layer. */
function layersAt([x, y]: Point): Element[] {
  let hit = document.elementFromPoint(x, y);
  for (let root = hit && shadowOf(hit); root; root = hit && shadowOf(hit)) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  const chain = hit ? [...laidOutAround(hit)] : [];
  const end = chain.findIndex((one) => matches(one, TOP_LAYER));
  return end < 0 ? chain : chain.slice(0, end + 1);
}

/**
 * The top layer is above all else. Otherwise the element must be found beneath at the same point: what pointers go
 * through may just as well lie above.
 */
function isAbove(over: readonly Element[], element: Element, [x, y]: Point): boolean {
  const isTop = over.some((one) => matches(one, TOP_LAYER));
  if (isTop) return ![...laidOutAround(element)].some((one) => matches(one, TOP_LAYER));
  return document.elementsFromPoint(x, y).includes(element);
}

/** Painted as one, on a ground that nothing shines through. */
function isOpaqueLayer(element: Element): boolean {
  const style = getComputedStyle(element);
  const isLayer =
    /^(fixed|sticky)$/.test(style.position) ||
    (style.position !== "static" && style.zIndex !== "auto") ||
    matches(element, TOP_LAYER);
  return (
    isLayer &&
    BOX.test(style.display) &&
    style.visibility === "visible" &&
    /^rgb\(/.test(style.backgroundColor) &&
    style.backgroundClip === "border-box"
  );
}

/** Its edges are where its box says: it is neither turned nor stretched. */
function holds(element: Element, { x, y, width, height }: Rect): boolean {
  const own = boxOf(element);
  const { offsetWidth, offsetHeight } = element as HTMLElement;
  const isStraight =
    Math.abs(own.width - offsetWidth) < 1 && Math.abs(own.height - offsetHeight) < 1;
  return (
    isStraight &&
    x >= own.x &&
    y >= own.y &&
    x + width <= own.x + own.width &&
    y + height <= own.y + own.height
  );
}

/** Nothing around it makes it transparent, or cuts it off or to a shape. */
function isWhole(element: Element): boolean {
  const isFree = getComputedStyle(element).position === "fixed" || matches(element, TOP_LAYER);
  return [...laidOutAround(element)].every((at) => {
    const style = getComputedStyle(at);
    const isOuter = at === element || isFree || /^(html|body)$/.test(localName(at));
    return (
      style.opacity === "1" &&
      style.filter === "none" &&
      style.mixBlendMode === "normal" &&
      style.clipPath === "none" &&
      style.maskImage === "none" &&
      (isOuter || (style.overflowX === "visible" && style.overflowY === "visible"))
    );
  });
}
