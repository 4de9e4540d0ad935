import { browser } from "wxt/browser";
import type { PageTagger } from "../../components/panel/tagging-page.ts";

/** Brings the picker into every frame of a tab and keeps a line to each, until the signal ends. */
export const pageTagger: PageTagger = {
  async open(tab, name, onNews, signal) {
    const target = { tabId: tab, allFrames: true };
    const frames = await browser.scripting.executeScript({ target, files: ["/picker.js"] });
    const lines = frames.map(({ frameId }) => {
      const line = browser.tabs.connect(tab, { name, frameId });
      line.onMessage.addListener((news: unknown) => onNews(frameId, news));
      line.onDisconnect.addListener(() => onNews(frameId, null));
      signal.addEventListener("abort", () => line.disconnect(), { once: true });
      return { frame: frameId, tell: (order: object) => line.postMessage(order) };
    });
    return lines;
  },
};
