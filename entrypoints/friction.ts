import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { type SiteConfig, siteKey } from "../lib/model/site-config.ts";
import { findAgentPort } from "../lib/page/agent-port.ts";
import { startFriction } from "../lib/page/friction/friction.ts";

/** Notices what people run into: beside the page agent, after it, where a workspace asks for that. */
export default defineUnlistedScript(() => {
  const port = findAgentPort();
  if (!port || port.signal.aborted) return;
  startFriction(port, async () => {
    const key = siteKey(location.origin);
    return (await browser.storage.local.get(key))[key] as SiteConfig | undefined;
  });
});
