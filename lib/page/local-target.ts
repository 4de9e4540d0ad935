import type { Fingerprint } from "../model/anchor.ts";
import { watchFocus } from "./field-focus.ts";
import { follow } from "./follow.ts";
import { windowBox } from "./frame-box.ts";
import { guard } from "./guard.ts";
import { watchIntent } from "./intent.ts";
import { listenAt } from "./listen.ts";
import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";
import { watchObstacle } from "./obstacle.ts";
import { reveal } from "./spotlight.ts";
import type { Target } from "./target.ts";

/** An element that this script can reach. */
export function localTarget(
  element: Element,
  print: Fingerprint,
  locator: Locator,
  page: PageObserver,
): Target {
  const moved = new Set<() => void>();
  return {
    identity: element,
    follow(onMove, signal) {
      let hidden = false;
      const update = () => {
        if (signal.aborted) return;
        const box = windowBox(element);
        // What is not there any more stands nowhere; it is found out to be lost in the next frame.
        if (box.width === 0 && box.height === 0) return;
        onMove(box, hidden);
        for (const listener of moved) listener();
      };
      // The browser alone knows which of the scrolled regions around an element really clip it.
      const sight = new IntersectionObserver((entries) => {
        hidden = entries.at(-1)?.isIntersecting === false;
        update();
      });
      sight.observe(element);
      signal.addEventListener("abort", () => sight.disconnect(), { once: true });
      follow(element, update, signal);
    },
    reveal: () => reveal(element),
    onLost: (listener, signal) => guard(element, print, locator, page, listener, signal),
    onUse(use, listener, signal) {
      listenAt(element, use, ({ isTrusted }) => isTrusted && listener(), signal);
    },
    onFocus: (listener, signal) => watchFocus(element, listener, signal),
    onIntent: (listener, signal) => watchIntent(element, listener, signal),
    onObstacle(listener, signal) {
      watchObstacle(element, { page, onMove: (soon) => moved.add(soon) }, listener, signal);
      signal.addEventListener("abort", () => moved.clear(), { once: true });
    },
  };
}
