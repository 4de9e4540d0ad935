import { isOwn } from "../anchor/dom/own.ts";
import { frameDocument, localName, shadowOf } from "../anchor/dom/safe.ts";

export type Root = Document | ShadowRoot;

/**
 * Every root within `root` that can be reached, at any depth, and `root` itself first: shadow roots of the host, and
 * documents in frames of the same site.
 */
export function openRoots(root: Root): Root[] {
  const found = [root];
  addRoots(root.querySelectorAll("*"), found);
  return found;
}

/** The roots of an element that came into the page, and of what came with it. */
export function rootsOf(element: Element): Root[] {
  const found: Root[] = [];
  if (isOwn(element)) return found;
  addRoots([element], found);
  addRoots(Element.prototype.querySelectorAll.call(element, "*"), found);
  return found;
}

/** Every element of a page comes by here: a loop, and no generator. */
function addRoots(elements: Iterable<Element>, found: Root[]): void {
  for (const element of elements) {
    const tag = localName(element);
    const inner = shadowOf(element, tag) ?? frameDocument(element, tag);
    if (!inner || isOwn(element)) continue;
    found.push(inner);
    addRoots(inner.querySelectorAll("*"), found);
  }
}
