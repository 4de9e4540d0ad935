import { browser } from "wxt/browser";
import { createEditorPage, type OpenPage } from "../../components/author/editor-page.ts";
import { ALL_SITES } from "../../lib/background/browser-pictures.ts";
import { send } from "../../lib/message/browser.ts";
import { pageResolver } from "../sidepanel/page-resolver.ts";

/** The browser tells addresses of sites that were allowed only. */
const list = async (inPanel: boolean): Promise<OpenPage[]> => {
  const found = await browser.tabs.query(inPanel ? { active: true, currentWindow: true } : {});
  return found
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id, url = "", title = url }) =>
      id !== undefined && /^https?:/.test(url) ? [{ tab: id, title: title || url, url }] : [],
    );
};

const show = async (tab: number) => {
  const shown = await browser.tabs.update(tab, { active: true });
  if (shown) await browser.windows.update(shown.windowId, { focused: true });
};

/** From the panel the page beside it is in sight anyway. */
const bring = async (tab: number) => {
  const own = await browser.tabs.getCurrent();
  if (own?.id === undefined) return async () => undefined;
  const { id } = own;
  await show(tab);
  return () => show(id);
};

/** The pages that a guide can be made on, from the editor in a tab or in the panel. */
export const pageOfEditor = (inPanel: boolean, signal: AbortSignal) => {
  const page = createEditorPage(
    {
      ask: send,
      resolver: pageResolver,
      list: () => list(inPanel),
      bring,
      allowPictures: () => browser.permissions.request(ALL_SITES),
    },
    inPanel,
  );
  const look = () => void page.look();
  const events = [browser.tabs.onActivated, browser.tabs.onUpdated, browser.tabs.onRemoved];
  events.map((event) => event.addListener(look));
  signal.addEventListener("abort", () => events.map((event) => event.removeListener(look)));
  look();
  return page;
};
