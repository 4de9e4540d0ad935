import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { frameSight } from "../lib/record/sensitive/frame-sight.ts";
import { publishSight } from "../lib/record/sensitive/sight-port.ts";

/** Says what a picture of its frame must not show. Injected into all frames of a tab that is recorded. */
export default defineUnlistedScript(() => {
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  publishSight(frameSight);
});
