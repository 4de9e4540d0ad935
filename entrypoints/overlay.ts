/// <reference types="wxt/vite-builder-env" />
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createGuideView } from "../components/guide/guide-view.tsx";
import { css } from "../components/guide/styles.ts";
import { send } from "../lib/message/browser.ts";
import { findAgentPort } from "../lib/page/agent-port.ts";
import { takeStage } from "../lib/page/only-one.ts";
import { play } from "../lib/page/player.ts";

/** Plays the guide that the background has for this page. Injected on demand into the top frame. */
export default defineUnlistedScript(async () => {
  const port = findAgentPort();
  if (!port || port.signal.aborted) return;
  const reply = await send("overlay.ready", {});
  if (!reply.ok || !reply.value) return;
  const order = reply.value;
  const { guide, locales } = order;
  takeStage(order, (signal) =>
    play(
      {
        order,
        port,
        css,
        open: import.meta.env.MODE === "e2e",
        createView: (container, commands) =>
          createGuideView({ theme: guide.theme, locales }, container, commands),
      },
      signal,
    ),
  );
});
