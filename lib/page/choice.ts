import type { Anchor } from "../model/anchor.ts";
import { listenAt } from "./listen.ts";
import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";
import { reveal } from "./spotlight.ts";
import type { Target } from "./target.ts";

/** Between two looks at a page that changes. */
const REST_MS = 300;

/**
 * Elements among which the person chooses: nothing is pointed at, and each of them is right. Which there are is
 * looked up again when the page changes.
 */
export function choice(
  anchor: Anchor,
  first: readonly Element[],
  { locator, page }: { locator: Locator; page: PageObserver },
): Target {
  let watched = new AbortController();
  const uses = new Set<(scope: AbortSignal) => void>();
  let elements = first;
  const watch = () => {
    watched.abort();
    watched = new AbortController();
    for (const use of uses) use(watched.signal);
  };
  return {
    identity: first,
    follow: () => undefined,
    reveal: () => elements[0] && reveal(elements[0]),
    onLost(listener, signal) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = async () => {
        const answer = await locator.search(anchor, signal);
        timer = undefined;
        if (!("elements" in answer) || !answer.choose) return listener();
        elements = answer.elements;
        watch();
      };
      page.onChange(() => {
        timer ??= setTimeout(() => {
          // It rejects only when nobody waits any more.
          look().catch(() => undefined);
        }, REST_MS);
      }, signal);
      const stop = () => {
        clearTimeout(timer);
        watched.abort();
      };
      signal.addEventListener("abort", stop, { once: true });
    },
    onUse(use, listener, signal) {
      uses.add((scope) => {
        const life = AbortSignal.any([signal, scope]);
        for (const element of elements) {
          listenAt(element, use, ({ isTrusted }) => isTrusted && listener(), life);
        }
      });
      watch();
    },
    onFocus: () => undefined,
    onIntent: () => undefined,
    onObstacle: () => undefined,
  };
}
