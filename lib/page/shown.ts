import { isOwn } from "../anchor/dom/own.ts";
import { boxOf } from "../anchor/dom/safe.ts";
import { isRendered } from "../anchor/dom/visible.ts";
import type { PageObserver } from "./observe.ts";

/** Where an app tells of an error: D24 of docs/spec/decisions.md, E14 of docs/spec/events.md. */
export const ALERTS = "[role=alert]:not(:empty),[aria-invalid=true]";

/** Elements of the host that match and can be seen. */
export function shown(page: Pick<PageObserver, "roots">, selector: string): Element[] {
  return (
    [...page.roots()]
      .flatMap((root) => [...root.querySelectorAll(selector)])
      // A pixel is what is meant for screen readers, such as the announcer of a router.
      .filter((element) => !isOwn(element) && isRendered(element) && boxOf(element).width > 1)
  );
}
