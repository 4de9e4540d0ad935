import { isControl } from "../../anchor/dom/control.ts";
import { isOwn } from "../../anchor/dom/own.ts";
import { lineage, parentOf } from "../../anchor/dom/safe.ts";
import { isVisible } from "../../anchor/dom/visible.ts";
import type { TagMove } from "../../model/tagging.ts";
import { ownRoots } from "./matching.ts";

/** The innermost element of the host at a place of the window, through open shadow roots. */
export function elementAt(x: number, y: number): Element | undefined {
  let found: Element | undefined;
  let root: DocumentOrShadowRoot | null = document;
  while (root) {
    const inner: Element | undefined = root.elementsFromPoint(x, y).find((one) => !isOwn(one));
    if (!inner || inner === found) break;
    found = inner;
    root = inner.shadowRoot;
  }
  return found;
}

/** What a person means who points there: the control, else all of what shows a hand, else the element itself. */
export function meantBy(element: Element): Element {
  let meant = element;
  const isHand = (one: Element) => getComputedStyle(one).cursor === "pointer";
  for (const around of lineage(element)) {
    if (isControl(around)) return around;
    if (isHand(meant) && isHand(around)) meant = around;
  }
  return meant;
}

/** From one element to another by key. `deepest` is what was pointed at, so that "inner" finds the way back. */
export function moveFrom(
  at: Element | undefined,
  deepest: Element | undefined,
  to: TagMove,
): Element | undefined {
  if (to === "outer" && at) {
    const parent = parentOf(at);
    return parent && parent !== document.documentElement ? parent : at;
  }
  if (to === "inner" && at) {
    const way = deepest ? [...lineage(deepest)] : [];
    const place = way.indexOf(at);
    if (place > 0) return way[place - 1];
    return [...at.children].find((child) => isVisible(child) && !isOwn(child)) ?? at;
  }
  const controls = [...ownRoots()]
    .flatMap((root) => [...root.querySelectorAll("*")])
    .filter((one) => isControl(one) && isVisible(one) && !isOwn(one));
  const step = to === "previous" ? -1 : 1;
  const place = at ? controls.indexOf(at) : -1;
  return controls.at((place + step) % (controls.length || 1)) ?? at;
}
