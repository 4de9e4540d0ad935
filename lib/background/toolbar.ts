import { browser } from "wxt/browser";

/** Firefox has a sidebar in place of the side panel; its API is in no other browser. */
type WithSidebar = { sidebarAction?: { toggle(): Promise<void> } };

/** The toolbar button opens the side panel, or the sidebar in Firefox. */
export function openPanelFromToolbar(): void {
  if (browser.sidePanel) {
    browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true }).catch(console.error);
    return;
  }
  const { sidebarAction } = browser as WithSidebar;
  browser.action.onClicked.addListener(() => void sidebarAction?.toggle());
}

/** WXT knows the names of texts only after it has generated their types, which a checkout has not. */
type Texts = { getMessage(name: string, values: string[]): string };

/** Largest number that fits. */
const MOST = 99;

/** How many announcements are unread, on the button and in its name. The browser forgets it with the page. */
export async function showUnread(tab: number, count: number): Promise<void> {
  const text = count > MOST ? `${MOST}+` : String(count);
  const title = (browser.i18n as unknown as Texts).getMessage("actionUnread", [text]);
  const shown = count > 0 ? { text, title } : { text: "", title: "" };
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId: tab, color: "#146c4f" }),
      browser.action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }),
      browser.action.setBadgeText({ tabId: tab, text: shown.text }),
      browser.action.setTitle({ tabId: tab, title: shown.title || "Waymark" }),
    ]);
  } catch (error) {
    // The tab was closed meanwhile, and its badge with it.
    if ((await browser.tabs.query({})).some(({ id }) => id === tab)) throw error;
  }
}

/** That a tab is recorded. The browser forgets it with the page. */
export async function showRecording(tab: number, recorded: boolean): Promise<void> {
  const title = (browser.i18n as unknown as Texts).getMessage("actionRecording", []);
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId: tab, color: "#b3261e" }),
      browser.action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }),
      browser.action.setBadgeText({ tabId: tab, text: recorded ? "REC" : "" }),
      browser.action.setTitle({ tabId: tab, title: recorded ? title : "Waymark" }),
    ]);
  } catch (error) {
    // The tab was closed meanwhile, and its badge with it.
    if ((await browser.tabs.query({})).some(({ id }) => id === tab)) throw error;
  }
}
