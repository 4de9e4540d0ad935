import { isOwn } from "../anchor/dom/own.ts";
import { isVisible } from "../anchor/dom/visible.ts";
import type { Root } from "./roots.ts";

/** How many visible elements match a selector. One that this browser cannot parse matches nothing. */
export function countVisible(selector: string, roots: Iterable<Root>): number {
  let count = 0;
  for (const root of roots) {
    for (const element of select(root, selector)) {
      if (isVisible(element) && !isOwn(element)) count++;
    }
  }
  return count;
}

function select(root: Root, selector: string): Iterable<Element> {
  try {
    return root.querySelectorAll(selector);
  } catch {
    return [];
  }
}
