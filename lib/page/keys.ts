import { matches } from "../anchor/dom/safe.ts";

/** Events that stay within our card: shortcuts and "click outside" of the host are not meant for it. */
const KEPT = [
  "keydown",
  "keyup",
  "keypress",
  "beforeinput",
  "input",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "copy",
  "cut",
  "paste",
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "touchstart",
  "touchend",
  "focusin",
  "focusout",
];

/** Only events that began in our own card are stopped or cancelled; the host's are left alone. */
export function keepOwnEvents(container: HTMLElement, onEscape: () => void, signal: AbortSignal) {
  const keep = (event: Event) => {
    event.stopPropagation();
    if (event instanceof KeyboardEvent && event.type === "keydown" && event.key === "Escape") {
      // Else the browser would also close a dialog of the host that we are mounted in.
      event.preventDefault();
      onEscape();
    }
  };
  for (const type of KEPT) container.addEventListener(type, keep, { signal });
}

const TAKES_ESCAPE =
  "input, textarea, select, [contenteditable]:not([contenteditable=false]), dialog[open], [popover]:popover-open, [role=dialog], [role=menu], [role=listbox], [role=combobox], [aria-haspopup][aria-expanded=true]";

/**
 * Escape in the page, when nothing of the host wants it: it came up to the window, nobody cancelled it, and it
 * was not pressed in a field, menu or dialog.
 */
export function onPageEscape(onEscape: () => void, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !event.isTrusted || event.defaultPrevented) return;
    const wanted = event
      .composedPath()
      .some((node) => node instanceof Element && matches(node, TAKES_ESCAPE));
    if (!wanted && !event.isComposing) onEscape();
  };
  addEventListener("keydown", onKey, { passive: true, signal });
}
