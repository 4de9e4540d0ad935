import { documentOf, frameAround, isConnected } from "../anchor/dom/safe.ts";
import { isVisible } from "../anchor/dom/visible.ts";
import type { Fingerprint } from "../model/anchor.ts";
import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";

/** Calls `onLost` once when the target leaves the page, is hidden, or becomes something else. */
export function guard(
  element: Element,
  print: Fingerprint,
  locator: Locator,
  page: PageObserver,
  onLost: () => void,
  signal: AbortSignal,
): void {
  const scope = new AbortController();
  page.onChange(
    () => {
      if (isReachable(element) && locator.isStill(element, print)) return;
      scope.abort();
      onLost();
    },
    AbortSignal.any([signal, scope.signal]),
  );
}

/** Its frames are there and visible, and still show its document. */
function isReachable(element: Element): boolean {
  if (!documentOf(element).defaultView) return false;
  const frame = frameAround(element);
  return !frame || (isConnected(frame) && isVisible(frame) && isReachable(frame));
}
