/// <reference types="wxt/vite-builder-env" />
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { guideView } from "../components/guide/guide-view.tsx";
import { css } from "../components/guide/styles.ts";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { onPageMessage, send } from "../lib/message/browser.ts";
import { findLocator } from "../lib/page/locator-port.ts";
import { awaitPreview, type PreviewLines } from "../lib/page/preview.ts";

/** Plays a guide that is not published for its author, after the locator. Injected on demand into the top frame. */
export default defineUnlistedScript(() => {
  const locator = findLocator();
  if (!locator) return;
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  awaitPreview(browser.runtime.onConnect as PreviewLines, {
    locator,
    css,
    open: import.meta.env.MODE === "e2e",
    onPageMessage: (listener, signal) => onPageMessage((message) => void listener(message), signal),
    frames: {
      ask: async (search, anchor) => {
        const answer = await send("frames.ask", { search, anchor });
        if (!answer.ok) throw new Error(answer.error.message);
        return answer.value;
      },
      tell: (order) => void send("frames.tell", { order }),
    },
    viewOf: guideView,
  });
});
