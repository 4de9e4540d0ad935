import { documentOf, isElement, localName, parentNode } from "../../anchor/dom/safe.ts";
import type { Rect } from "../../model/rect.ts";
import type { Root } from "../../page/roots.ts";
import { sensitiveSpans } from "./text-rules.ts";

/** Elements within which a line of text goes on. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q ruby s samp small span strong sub sup time tspan u var".split(
    " ",
  ),
);

/** A box of text, and the element it is in. */
export interface TextBox {
  element: Element;
  box: Rect;
}

/** Text of a root, not of those within it, that looks like somebody's. */
export function sensitiveTexts(root: Root): TextBox[] {
  const found: TextBox[] = [];
  let line: Text[] = [];
  let block: Node | undefined;
  const finish = () => {
    found.push(...textBoxes(line));
    // Neighbours that belong to different things must not hide what one of them says by itself.
    if (line.length > 1) for (const text of line) found.push(...textBoxes([text]));
    line = [];
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    const around = blockAround(text);
    if (around !== block) finish();
    block = around;
    line.push(text);
  }
  finish();
  return found;
}

function blockAround(text: Text): Node | undefined {
  let at = parentNode(text) ?? undefined;
  while (at && isElement(at) && INLINE.has(localName(at))) at = parentNode(at) ?? undefined;
  return at;
}

function textBoxes(line: readonly Text[]): TextBox[] {
  const spans = sensitiveSpans(line.map(({ data }) => data).join(""));
  return spans.flatMap(({ start, end }) => {
    let before = 0;
    return line.flatMap((text) => {
      const from = Math.max(start - before, 0);
      const to = Math.min(end - before, text.length);
      before += text.length;
      const element = parentNode(text);
      if (from >= to || !element || !isElement(element)) return [];
      return textRects(text, from, to).map((box) => ({ element, box }));
    });
  });
}

/** Boxes that hold all that is drawn of a piece of text. */
export function textRects(text: Text, from: number, to: number): Rect[] {
  const range = documentOf(text).createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  const boxes = [...range.getClientRects()].filter(isNear);
  const element = parentNode(text);
  if (boxes.length === 0 || !element || !isElement(element)) return [];
  const size = Number.parseFloat(getComputedStyle(element).fontSize) || 0;
  return boxes.map((box) => withInk(box, size));
}

/** What is farther from the window than any ink reaches need not be measured. */
function isNear({ top, bottom, left, right }: DOMRect): boolean {
  return top < innerHeight + FAR && bottom > -FAR && left < innerWidth + FAR && right > -FAR;
}
const FAR = 500;

/**
 * A box of text is as high as its font says, and what is drawn reaches over it. Where a page sets the ascent of a font
 * itself, nobody can tell by how much: then it is as high as two lines. `size` is that of the font in px.
 */
function withInk({ x, y, width, height }: Rect, size: number): Rect {
  const above = height < size ? (2.2 * size - height) / 2 : 0.2 * size;
  const beside = 0.25 * size;
  return { x: x - beside, y: y - above, width: width + 2 * beside, height: height + 2 * above };
}
