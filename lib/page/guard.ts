import { isStill } from "../anchor/dom/search.ts";
import type { PageObserver } from "./observe.ts";
import type { FoundTarget } from "./seek.ts";

/** Calls `onLost` once when the target leaves the page, is hidden, or becomes something else. */
export function guard(
  { element, print }: FoundTarget,
  page: PageObserver,
  onLost: () => void,
  signal: AbortSignal,
): void {
  const scope = new AbortController();
  page.onChange(
    () => {
      if (isStill(element, print)) return;
      scope.abort();
      onLost();
    },
    AbortSignal.any([signal, scope.signal]),
  );
}
