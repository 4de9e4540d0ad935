import { browser } from "wxt/browser";
import type { PagePreviewer } from "../../components/author/preview-ports.ts";
import { PREVIEW_LINE } from "../../lib/model/preview-line.ts";

/** Brings the preview into a tab's top frame and keeps a line to it, until the signal ends. */
export const pagePreviewer: PagePreviewer = {
  async open(tab, onNews, signal) {
    const target = { tabId: tab, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: ["/locator.js", "/preview.js"] });
    const line = browser.tabs.connect(tab, { name: PREVIEW_LINE, frameId: 0 });
    line.onMessage.addListener((news: unknown) => onNews(news));
    line.onDisconnect.addListener(() => onNews(null));
    signal.addEventListener("abort", () => line.disconnect(), { once: true });
    return (order) => line.postMessage(order);
  },
};
