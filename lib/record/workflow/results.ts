import { isOwn } from "../../anchor/dom/own.ts";
import { attribute, isConnected, isElement, localName, matches } from "../../anchor/dom/safe.ts";
import { isRendered, isVisible } from "../../anchor/dom/visible.ts";
import { matching } from "../tag/matching.ts";
import { identities } from "../tag/parts.ts";
import { isLasting } from "./lasting.ts";
import { isOptedOut } from "./meant.ts";

/** After so long what came into sight came by itself, ms. */
const SETTLED_MS = 700;
/** More than that is another page. */
const MOST = 300;
const SHOWING = ["hidden", "open", "class", "style", "aria-hidden", "aria-expanded"];
/** What opens by its nature, and says so. */
const OPENED = "dialog[open], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
/** It comes with the pointer, not with what is done. */
const PASSING = "[role=tooltip], [role=status], [role=alert], [aria-live]";

export interface Results {
  /** Somebody presses: what is in sight now is no result of that. Called before the app hears of it, so nothing is measured. */
  begin(): void;
  /** They did this step. Without `begin` it begins now. */
  await(step: string): void;
  /** What the step before has opened is open now. */
  settle(): void;
}

/**
 * Watches what comes into sight after a step, until the next one or until it has come to rest: an element that its
 * author gave an identifier, or that opens by its nature, and is the only one of its kind.
 */
export function createResults(
  tell: (step: string, selector: string) => void,
  signal: AbortSignal,
): Results {
  const touched = new Set<Element>();
  let before: Set<Element> | undefined;
  let waiting: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const note = (records: readonly MutationRecord[]) => {
    for (const { type, target, addedNodes } of records) {
      const changed = type === "attributes" ? [target] : addedNodes;
      for (const node of changed) if (isElement(node) && touched.size < MOST) touched.add(node);
    }
  };
  const observer = new MutationObserver(note);
  const watch = () => {
    before = new Set([...document.querySelectorAll(`[id], ${OPENED}`)].filter(isRendered));
    observer.observe(document, { subtree: true, childList: true, attributeFilter: SHOWING });
  };
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
    waiting = undefined;
    before = undefined;
    touched.clear();
  };
  const settle = () => {
    if (!waiting) return;
    note(observer.takeRecords());
    const selector = before && resultAmong(touched, before);
    if (selector) tell(waiting, selector);
    stop();
  };
  signal.addEventListener("abort", stop, { once: true });

  return {
    begin() {
      settle();
      stop();
      watch();
    },
    await(step) {
      if (!before) watch();
      waiting = step;
      timer = setTimeout(settle, SETTLED_MS);
    },
    settle,
  };
}

/** A selector of what was not in sight before; what opens by its nature first, then the outermost. */
function resultAmong(
  touched: ReadonlySet<Element>,
  before: ReadonlySet<Element>,
): string | undefined {
  const near = [...touched].flatMap((element) => [
    element,
    ...Element.prototype.querySelectorAll.call(element, OPENED),
    ...Element.prototype.querySelectorAll.call(element, "[id]"),
  ]);
  const arrived = [...new Set(near)].slice(0, MOST).filter((element) => {
    if (before.has(element) || !isConnected(element) || !isVisible(element)) return false;
    return !isOwn(element) && !isOptedOut(element) && !matches(element, PASSING);
  });
  const opens = arrived.filter((element) => matches(element, OPENED));
  for (const element of [...opens, ...arrived]) {
    const selector = selectorOf(element, opens.includes(element));
    if (selector) return selector;
  }
  return undefined;
}

function selectorOf(element: Element, opens: boolean): string | undefined {
  const strong = identities(element).filter(
    ({ css, strength }) => strength === "strong" && isLasting(css),
  );
  const kind = attribute(element, "role");
  const own = kind ? `[role="${CSS.escape(kind)}"]` : `${localName(element)}[open]`;
  const ways = [...strong.map(({ css }) => css), ...(opens ? [own] : [])];
  return ways.find((css) => (matching(css) ?? []).filter(isVisible).length === 1);
}
