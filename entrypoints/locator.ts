import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { appPlace } from "../lib/anchor/dom/app.ts";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { isStill, searchPage } from "../lib/anchor/dom/search.ts";
import { searchByScrolling } from "../lib/anchor/dom/virtual.ts";
import { publishLocator } from "../lib/page/locator-port.ts";

/** Finds the elements that guides point at. Injected on demand, before the overlay. */
export default defineUnlistedScript(() => {
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  publishLocator({ search: searchPage, searchByScrolling, isStill, place: appPlace });
});
