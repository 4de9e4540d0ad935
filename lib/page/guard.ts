import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";
import type { FoundTarget } from "./seek.ts";

/** Calls `onLost` once when the target leaves the page, is hidden, or becomes something else. */
export function guard(
  { element, print }: FoundTarget,
  locator: Locator,
  page: PageObserver,
  onLost: () => void,
  signal: AbortSignal,
): void {
  const scope = new AbortController();
  page.onChange(
    () => {
      if (locator.isStill(element, print)) return;
      scope.abort();
      onLost();
    },
    AbortSignal.any([signal, scope.signal]),
  );
}
