import { accessibleName, labelText } from "../anchor/dom/content.ts";
import { isControl } from "../anchor/dom/control.ts";
import { isOwn } from "../anchor/dom/own.ts";
import { isVisible } from "../anchor/dom/visible.ts";
import type { Root } from "../page/roots.ts";
import { matching, ownRoots } from "./tag/matching.ts";

const PREFIXED = /^(xpath|text|aria|pierce|css)\/(.*)$/s;
/** Into the shadow roots of what the part before it matches. */
const DEEPER = " >>> ";

/**
 * What a selector of an imported guide matches in this frame, in the order of the page: CSS, or with a prefix XPath, a
 * visible text, an accessible name, or CSS through all open shadow roots. Undefined: nobody can read it.
 */
export function selectAll(selector: string): Element[] | undefined {
  let roots: Root[] = [document];
  let found: Element[] | undefined = [];
  for (const part of selector.split(DEEPER)) {
    found = within(part.trim(), roots);
    if (!found) return undefined;
    roots = found.flatMap(({ shadowRoot }) => shadowRoot ?? []);
  }
  return found;
}

function within(selector: string, roots: Root[]): Element[] | undefined {
  const [, kind = "css", value = selector] = PREFIXED.exec(selector) ?? [];
  switch (kind) {
    case "xpath":
      return byPath(value, roots);
    case "text":
      return byText(value);
    case "aria":
      return byName(value);
    case "pierce":
      return matching(value);
    default:
      return matching(value, roots);
  }
}

function byPath(path: string, roots: Root[]): Element[] | undefined {
  try {
    return roots.flatMap((root) => {
      const found = document.evaluate(path, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
      const nodes = Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at));
      return nodes.filter((node): node is Element => node instanceof Element && !isOwn(node));
    });
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Controls that say just this, else those that say more, else the innermost elements that do. */
function byText(words: string): Element[] {
  const wanted = tidy(words);
  const all = everything().filter(
    (element) => isVisible(element) && labelText(element) !== undefined,
  );
  const says = (element: Element) => tidy(labelText(element) ?? "");
  const controls = all.filter((element) => isControl(element));
  const exact = controls.filter((element) => says(element) === wanted);
  if (exact.length > 0) return exact;
  const more = controls.filter((element) => says(element).includes(wanted));
  if (more.length > 0) return more;
  const holding = all.filter((element) => says(element).includes(wanted));
  return holding.filter(
    (element) => !holding.some((other) => other !== element && element.contains(other)),
  );
}

/** `Save[role="button"]`: the role is not asked, because a name says enough. */
function byName(value: string): Element[] {
  const name = tidy(value.replace(/\[role="[^"]*"\]$/, ""));
  const named = (element: Element) =>
    tidy(accessibleName(element, labelText(element)) ?? "") === name;
  const all = everything().filter((element) => isVisible(element) && named(element));
  const controls = all.filter((element) => isControl(element));
  return controls.length > 0 ? controls : all;
}

function everything(): Element[] {
  return [...ownRoots()]
    .flatMap((root) => [...root.querySelectorAll("*")])
    .filter((one) => !isOwn(one));
}

function tidy(words: string): string {
  return words.replace(/\s+/g, " ").trim().toLowerCase();
}
