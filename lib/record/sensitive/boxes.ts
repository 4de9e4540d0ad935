import {
  boxOf,
  firstChild,
  isElement,
  isText,
  matches,
  nextSibling,
  shadowOf,
} from "../../anchor/dom/safe.ts";
import { overlap, type Rect } from "../../model/rect.ts";
import { isCovered } from "./covered.ts";
import { textRects } from "./texts.ts";
import { visiblePart } from "./visible-part.ts";

/** What is seen of a control within its border, so that it can still be told for what it is. */
export function controlBoxes(field: Element): Rect[] {
  const box = boxOf(field);
  const { offsetWidth, offsetHeight, clientLeft, clientTop } = field as HTMLElement;
  const isPlain = Math.abs(box.width - offsetWidth) < 1 && Math.abs(box.height - offsetHeight) < 1;
  const [part] = seen(field);
  if (!part || !isPlain) return part ? [part] : [];
  const inner = overlap(part, {
    x: box.x + clientLeft,
    y: box.y + clientTop,
    width: box.width - 2 * clientLeft,
    height: box.height - 2 * clientTop,
  });
  return inner ? [inner] : [];
}

/** What is seen of an element and of all that is in it, as far as that reaches over its edges. */
export function wholeBoxes(element: Element): Rect[] {
  const [own] = seen(element);
  const found = own ? [own] : [];
  for (const box of boxesWithin(element)) if (!own || !isWithin(box, own)) found.push(box);
  return found;
}

function* boxesWithin(around: Element): Generator<Rect> {
  for (const root of [around, shadowOf(around)]) {
    for (let node = root && firstChild(root); node; node = nextSibling(node)) {
      if (isText(node)) {
        for (const box of textRects(node, 0, node.length)) yield* seen(around, box);
      } else if (isElement(node)) {
        yield* seen(node);
        yield* boxesWithin(node);
      }
    }
  }
}

/** What is seen of a box of text in an element, or of the element. */
export function seen(element: Element, text?: Rect): Rect[] {
  const part = isShown(element) && visiblePart(element, text);
  return part && !isCovered(element, part) ? [part] : [];
}

/** Nothing is drawn of what is transparent throughout, nor of what is not laid out. */
function isShown(element: Element): boolean {
  if (matches(element, "script, style, noscript, template")) return false;
  return Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
  });
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
