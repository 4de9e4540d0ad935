import { boxOf, frameAround, laidOutAround } from "../anchor/dom/safe.ts";
import { type Mapping, type Rect, through } from "../model/rect.ts";

/** Px within which two lengths are the same. */
const NEAR = 0.5;

/** Whatever transforms or zooms a frame or what is around it, its middle is the middle of its box. */
export function mappingOf(frame: Element): Mapping {
  const box = boxOf(frame);
  const { offsetWidth: width, offsetHeight: height, clientLeft, clientTop } = frame as HTMLElement;
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const plain = Math.abs(box.width - width) < NEAR && Math.abs(box.height - height) < NEAR;
  const { a, b, c, d } = plain ? new DOMMatrix() : turnOf(frame);
  const zoom = box.width / (Math.abs(a) * width + Math.abs(c) * height) || 1;
  const x = clientLeft + Number.parseFloat(paddingLeft) - width / 2;
  const y = clientTop + Number.parseFloat(paddingTop) - height / 2;
  return [
    a * zoom,
    b * zoom,
    c * zoom,
    d * zoom,
    box.x + box.width / 2 + (a * x + c * y) * zoom,
    box.y + box.height / 2 + (b * x + d * y) * zoom,
  ];
}

/** What turns and stretches an element, wherever it moves it. Turns in space count as none. */
function turnOf(element: Element): DOMMatrix {
  let turn = new DOMMatrix();
  for (const at of laidOutAround(element)) {
    const { transform, rotate, scale } = getComputedStyle(at);
    const own = new DOMMatrix(transform === "none" ? "" : transform);
    if (scale !== "none") own.preMultiplySelf(scaleOf(scale));
    if (/^-?[\d.]+deg$/.test(rotate)) own.preMultiplySelf(new DOMMatrix(`rotate(${rotate})`));
    turn = own.multiply(turn);
  }
  return turn;
}

function scaleOf(scale: string): DOMMatrix {
  const [x = 1, y = x] = scale.split(" ").map(Number);
  return new DOMMatrix([x, 0, 0, y, 0, 0]);
}

/** Where an element stands in this script's window, through all frames between. */
export function windowBox(element: Element): Rect {
  let box: Rect = boxOf(element);
  let frame = frameAround(element);
  for (; frame; frame = frameAround(frame)) box = through(mappingOf(frame), box);
  return box;
}
