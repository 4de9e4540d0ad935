import type { Anchor } from "../../model/anchor.ts";
import { hasOwnText } from "./content.ts";
import { isControl } from "./control.ts";
import { isOwn } from "./own.ts";
import {
  attribute,
  attributeNames,
  lastElementChild,
  localName,
  openRoot,
  previousElement,
} from "./safe.ts";
import { isRendered } from "./visible.ts";

/** An element that could be meant. */
export interface Seen {
  element: Element;
  /** Number of the nearest element around it that could be meant too. */
  parent: number | undefined;
}

const MEANT = new Set("label h1 h2 h3 h4 h5 h6 td th li img svg".split(" "));
const OUTSIDE = new Set(["script", "style", "noscript", "template", "head"]);

/**
 * Everything in the document, through open shadow roots, that a step could point at: controls, each once with
 * all that is inside it, and things to read. Yields undefined for the rest, so that the caller can pause.
 */
export function* walk(document: Document, anchor: Anchor): Generator<Seen | undefined> {
  const wanted = wantedMarks(anchor);
  const stack: { element: Element; parent: number | undefined; inControl: boolean }[] = [];
  let seen = 0;
  const push = (root: Element | ShadowRoot, parent: number | undefined, inControl: boolean) => {
    let child = root instanceof ShadowRoot ? root.lastElementChild : lastElementChild(root);
    for (; child; child = previousElement(child)) stack.push({ element: child, parent, inControl });
  };
  stack.push({ element: document.documentElement, parent: undefined, inControl: false });
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { element } = next;
    let { parent, inControl } = next;
    if (OUTSIDE.has(localName(element)) || isOwn(element)) continue;
    const control = isControl(element);
    const could = control || (!inControl && (isMeant(element) || wanted(element)));
    if (could && isRendered(element)) {
      yield { element, parent };
      parent = seen++;
    } else yield undefined;
    inControl ||= control;
    push(element, parent, inControl);
    const shadow = openRoot(element);
    if (shadow) push(shadow, parent, inControl);
  }
}

function isMeant(element: Element): boolean {
  return (
    MEANT.has(localName(element)) || attribute(element, "role") !== undefined || hasOwnText(element)
  );
}

/** A step may point at a plain container by its identifier. */
function wantedMarks({ samples }: Anchor): (element: Element) => boolean {
  const marks = new Set(
    samples.flatMap(({ fingerprint: { id, testIds } }) => [
      ...(id ? [`id=${id}`] : []),
      ...Object.entries(testIds ?? {}).map(([name, value]) => `${name}=${value}`),
    ]),
  );
  if (marks.size === 0) return () => false;
  return (element) =>
    attributeNames(element).some((name) => marks.has(`${name}=${attribute(element, name)}`));
}
