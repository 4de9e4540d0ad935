/// <reference types="wxt/vite-builder-env" />
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { guideView } from "../components/guide/guide-view.tsx";
import { css } from "../components/guide/styles.ts";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { send } from "../lib/message/browser.ts";
import { findAgentPort } from "../lib/page/agent-port.ts";
import { findLocator } from "../lib/page/locator-port.ts";
import { playOrders } from "../lib/page/play-orders.ts";

/** Plays the guides that the background has for this page. Injected on demand into the top frame. */
export default defineUnlistedScript(async () => {
  const port = findAgentPort();
  const locator = findLocator();
  if (!port || port.signal.aborted || !locator) return;
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  const reply = await send("overlay.ready", {});
  if (!reply.ok) return;
  playOrders(reply.value, {
    port,
    locator,
    ask: (guide) => void send("guide.ask", { guide }),
    frames: {
      ask: async (search, anchor) => {
        const answer = await send("frames.ask", { search, anchor });
        if (!answer.ok) throw new Error(answer.error.message);
        return answer.value;
      },
      tell: (order) => void send("frames.tell", { order }),
    },
    css,
    open: import.meta.env.MODE === "e2e",
    viewOf: (order) =>
      guideView(order, async (asset) => {
        const answer = await send("asset.get", { asset });
        return answer.ok ? answer.value : null;
      }),
  });
});
