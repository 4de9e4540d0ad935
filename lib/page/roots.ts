import { isOwn } from "../anchor/dom/own.ts";
import { openRoot } from "../anchor/dom/safe.ts";

export type Root = Document | ShadowRoot;

/** Every open shadow root of the host within `root`, at any depth, and `root` itself first. */
export function* openRoots(root: Root): Generator<Root> {
  yield root;
  yield* innerRoots(root);
}

/** The open shadow roots of an element that came into the page, and of what came with it. */
export function* rootsOf(element: Element): Generator<Root> {
  if (isOwn(element)) return;
  const inner = openRoot(element);
  if (inner) yield* openRoots(inner);
  yield* innerRoots(element);
}

function* innerRoots(root: Root | Element): Generator<Root> {
  const all =
    root instanceof Element
      ? Element.prototype.querySelectorAll.call(root, "*")
      : root.querySelectorAll("*");
  for (const element of all) {
    const inner = isOwn(element) ? undefined : openRoot(element);
    if (inner) yield* openRoots(inner);
  }
}
