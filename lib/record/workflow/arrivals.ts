import { isOwn } from "../../anchor/dom/own.ts";
import { contains, shadowOf } from "../../anchor/dom/safe.ts";

/**
 * Knows what came into this document since it was made: what drag libraries put under the pointer is no place to drop on.
 */
export function createArrivals() {
  const arrived = new Set<Node>();
  const note = (records: readonly MutationRecord[]) => {
    for (const { addedNodes } of records) for (const node of addedNodes) arrived.add(node);
  };
  const observer = new MutationObserver(note);
  observer.observe(document, { subtree: true, childList: true });
  const isNew = (element: Element) => [...arrived].some((node) => contains(node, element));

  return {
    /** The innermost element at a place of the window that was there before, and neither is nor holds what is dragged. */
    under(x: number, y: number, dragged: Element): Element | undefined {
      note(observer.takeRecords());
      let found: Element | undefined;
      let root: DocumentOrShadowRoot | null = document;
      while (root) {
        const inner: Element | undefined = root
          .elementsFromPoint(x, y)
          .find((one) => !isOwn(one) && !isNew(one) && !contains(dragged, one));
        if (!inner || inner === found) break;
        found = inner;
        root = shadowOf(inner);
      }
      return found;
    },
    end: () => observer.disconnect(),
  };
}
