import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { lookIntoClosedRoots } from "../lib/anchor/dom/safe.ts";
import { onPageMessage, send } from "../lib/message/browser.ts";
import { startRecorder } from "../lib/record/workflow/recorder.ts";

/** Records what an author does. Brought into all frames of recorded tabs, and gone with the recording. */
export default defineUnlistedScript(() => {
  lookIntoClosedRoots((element) => browser.dom.openOrClosedShadowRoot(element as HTMLElement));
  startRecorder({
    ready: async (document) => {
      const reply = await send("recording.ready", { document });
      return reply.ok ? reply.value : undefined;
    },
    put: (items) => browser.storage.local.set(items),
    look: (wish) => void send("recording.look", wish),
    onEnd: (listener, signal) =>
      onPageMessage((message) => {
        if (message.name === "recording.end") listener();
      }, signal),
  });
});
