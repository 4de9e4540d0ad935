import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { send } from "../lib/message/browser.ts";
import { findAgentPort } from "../lib/page/agent-port.ts";
import { createBidder } from "../lib/page/frames/bidder.ts";
import { createFarSide } from "../lib/page/frames/far-side.ts";
import { findBidder, publishBidder, publishFarSide } from "../lib/page/frames/frame-port.ts";
import { findLocator } from "../lib/page/locator-port.ts";

/**
 * Looks for targets in a frame on behalf of the top frame, after the locator; in the top frame, what decides over
 * the frames' bids. Injected on demand where a page shows frames of other sites.
 */
export default defineUnlistedScript(() => {
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  if (window === window.top) return publishFarSide(createFarSide);
  const port = findAgentPort();
  const locator = findLocator();
  const running = findBidder();
  if (!port || port.signal.aborted || !locator || (running && !running.signal.aborted)) return;
  publishBidder(createBidder(port, locator, (news) => void send("frame.say", { news })));
});
