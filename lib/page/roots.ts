import { isOwn } from "../anchor/dom/own.ts";
import { frameDocument, isElement, shadowOf } from "../anchor/dom/safe.ts";

export type Root = Document | ShadowRoot;

/**
 * Every root within `root` that can be reached, at any depth, and `root` itself first: shadow roots of the host, and
 * documents in frames of the same site.
 */
export function* openRoots(root: Root): Generator<Root> {
  yield root;
  yield* innerRoots(root);
}

/** The roots of an element that came into the page, and of what came with it. */
export function* rootsOf(element: Element): Generator<Root> {
  yield* ownRoots(element);
  if (!isOwn(element)) yield* innerRoots(element);
}

function* innerRoots(root: Root | Element): Generator<Root> {
  const all = isElement(root)
    ? Element.prototype.querySelectorAll.call(root, "*")
    : root.querySelectorAll("*");
  for (const element of all) yield* ownRoots(element);
}

function* ownRoots(element: Element): Generator<Root> {
  const inner = isOwn(element) ? undefined : (shadowOf(element) ?? frameDocument(element));
  if (inner) yield* openRoots(inner);
}
