import { isConnected } from "../../anchor/dom/safe.ts";
import { isVisible } from "../../anchor/dom/visible.ts";
import type { PageObserver } from "../observe.ts";

/** Calls back once when a frame leaves the page, is hidden, or shows another document. */
export function onFrameGone(
  frame: HTMLIFrameElement,
  page: PageObserver,
  onGone: () => void,
  signal: AbortSignal,
): void {
  const shown = frame.contentWindow;
  const scope = new AbortController();
  const life = AbortSignal.any([signal, scope.signal]);
  const gone = () => {
    scope.abort();
    onGone();
  };
  page.onChange(() => {
    if (!isConnected(frame) || !isVisible(frame) || frame.contentWindow !== shown) gone();
  }, life);
  frame.addEventListener("load", gone, { signal: life });
}
