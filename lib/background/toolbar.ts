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
