import { isOwn } from "../anchor/dom/own.ts";
import { frameDocument, shadowOf } from "../anchor/dom/safe.ts";
import { listenAt } from "./listen.ts";

/**
 * Tells when the focus comes into an element of the host and when it leaves, and of Escape in it, which the host hears
 * all the same. Looks once at what has the focus now.
 */
export function watchFocus(
  target: Element,
  onFocus: (change: "open" | "fold") => void,
  signal: AbortSignal,
): void {
  const onFocusOut = ({ relatedTarget }: FocusEvent) => isOwn(relatedTarget) || onFocus("fold");
  const onKey = ({ key, isTrusted }: KeyboardEvent) => {
    if (key === "Escape" && isTrusted) onFocus("fold");
  };
  listenAt(target, "focusin", () => onFocus("open"), signal);
  listenAt(target, "focusout", onFocusOut, signal);
  listenAt(target, "keydown", onKey, signal);
  if (focusedElements().includes(target)) onFocus("open");
}

/** What has the focus in the document, and within it in each shadow root and frame that can be reached. */
export function focusedElements(): Element[] {
  const found: Element[] = [];
  for (let active = document.activeElement; active; ) {
    found.push(active);
    active = (shadowOf(active) ?? frameDocument(active))?.activeElement ?? null;
  }
  return found;
}
