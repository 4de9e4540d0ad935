import { isOwn } from "../anchor/dom/own.ts";
import { openRoot } from "../anchor/dom/safe.ts";

/**
 * Tells when the focus comes into an element of the host and when it leaves, and of Escape in it, which the host hears
 * all the same. Looks once at what has the focus now.
 */
export function watchFocus(
  target: Element,
  onFocus: (change: "open" | "fold") => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, passive: true, signal };
  const isIn = (event: Event) => event.composedPath().includes(target);
  const onFocusIn = (event: Event) => isIn(event) && onFocus("open");
  const onFocusOut = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (isIn(event) && !(next instanceof Node && isOwn(next))) onFocus("fold");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && event.isTrusted && isIn(event)) onFocus("fold");
  };
  addEventListener("focusin", onFocusIn, options);
  addEventListener("focusout", onFocusOut, options);
  addEventListener("keydown", onKey, options);
  if (focusedElements().includes(target)) onFocus("open");
}

/** What has the focus in the document, and within it in each open shadow root. */
export function focusedElements(): Element[] {
  const found: Element[] = [];
  for (let active = document.activeElement; active; ) {
    found.push(active);
    active = openRoot(active)?.activeElement ?? null;
  }
  return found;
}
