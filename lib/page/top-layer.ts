import { isOwn } from "../anchor/dom/own.ts";
import { attribute, matches, windowOf } from "../anchor/dom/safe.ts";
import type { Root } from "./roots.ts";

/**
 * Where our host element has to stand to be seen and usable. While the host page has a modal dialog open,
 * everything outside of it is inert, also what lies above it.
 */
export function rightPlace(roots: Iterable<Root>): Element {
  let place: Element = document.documentElement;
  for (const root of roots) {
    // A dialog in a frame makes only the rest of its frame inert.
    if (windowOf(root) !== window) continue;
    // By tag alone, which browsers find fastest: this is asked after every change of the page.
    for (const dialog of root.querySelectorAll("dialog")) {
      if (matches(dialog, ":modal")) place = dialog;
    }
  }
  return place;
}

/** Whether something of the host has just been put above everything, us included. */
export function isRival(event: Event): boolean {
  const { type, target } = event;
  if (type === "fullscreenchange") return true;
  return (
    (event as ToggleEvent).newState === "open" &&
    target instanceof Element &&
    !isOwn(target) &&
    attribute(target, "popover") !== undefined
  );
}

/** Lifts an element above every z-index; again after something else was lifted. */
export function lift(element: HTMLElement): void {
  if (!element.isConnected) return;
  if (element.matches(":popover-open")) element.hidePopover();
  element.showPopover();
}
