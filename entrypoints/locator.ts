import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { appPlace } from "../lib/anchor/dom/app.ts";
import { isStill, searchPage } from "../lib/anchor/dom/search.ts";
import { publishLocator } from "../lib/page/locator-port.ts";

/** Finds the elements that guides point at. Injected on demand, before the overlay. */
export default defineUnlistedScript(() =>
  publishLocator({ search: searchPage, isStill, place: appPlace }),
);
