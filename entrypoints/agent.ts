/// <reference types="wxt/vite-builder-env" />
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { isConnected, onPageMessage, send } from "../lib/message/browser.ts";
import { type SiteConfig, siteKey } from "../lib/model/site-config.ts";
import { findAgentPort } from "../lib/page/agent-port.ts";
import { startAgent } from "../lib/page/capture/agent.ts";

/** The page agent: registered at run time for connected sites, in every frame, at document_start. */
export default defineUnlistedScript(() => {
  const running = findAgentPort();
  if (running && !running.signal.aborted) return;
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  startAgent({
    readConfig: async () => {
      const key = siteKey(location.origin);
      return (await browser.storage.local.get(key))[key] as SiteConfig | undefined;
    },
    put: (items) => browser.storage.local.set(items),
    identify: async (event) => (await send("identity.say", { event })).ok,
    consent: (answer) => void send("consent.say", { answer }),
    ready: async () => {
      const reply = await send("page.ready", {});
      return reply.ok ? reply.value.watch : [];
    },
    claim: async (guide, busy) => {
      const reply = await send("guide.claim", { guide, ...(busy && { busy }) });
      return reply.ok && reply.value.reason === "busy";
    },
    reportProblems: (selectors) => void send("page.problems", { selectors }),
    onMessage: onPageMessage,
    isConnected,
    afterNavigation: import.meta.env.MODE === "e2e" ? 500 : 10_000,
  });
});
