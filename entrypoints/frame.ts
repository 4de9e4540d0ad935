import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { send } from "../lib/message/browser.ts";
import { findAgentPort } from "../lib/page/agent-port.ts";
import { createBidder } from "../lib/page/frames/bidder.ts";
import { findBidder, publishBidder } from "../lib/page/frames/frame-port.ts";
import { findLocator } from "../lib/page/locator-port.ts";

/** Looks for targets in a frame on behalf of the top frame. Injected on demand, after the locator. */
export default defineUnlistedScript(() => {
  const port = findAgentPort();
  const locator = findLocator();
  const running = findBidder();
  if (!port || port.signal.aborted || !locator || (running && !running.signal.aborted)) return;
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  publishBidder(createBidder(port, locator, (news) => void send("frame.say", { news })));
});
