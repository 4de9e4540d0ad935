import type { appPlace } from "../anchor/dom/app.ts";
import type { isStill, searchPage } from "../anchor/dom/search.ts";
import type { searchByScrolling } from "../anchor/dom/virtual.ts";

/**
 * What finds elements, a script of its own in the isolated world of a frame: the overlay brings none of it along,
 * and frames without an overlay can be searched too.
 */
export interface Locator {
  search: typeof searchPage;
  searchByScrolling: typeof searchByScrolling;
  isStill: typeof isStill;
  place: typeof appPlace;
}

const KEY = Symbol.for("waymark.locator");
type World = { [KEY]?: Locator };

export function publishLocator(locator: Locator): void {
  (globalThis as World)[KEY] = locator;
}

export function findLocator(): Locator | undefined {
  return (globalThis as World)[KEY];
}
