import { type BrowserContext, chromium, type Page } from "@playwright/test";

/**
 * Opens the side panel in the window of `host` and returns it as a page. Playwright reports no page for a side panel,
 * but a second connection over the debugging port sees it as one. `sidePanel.open` wants a user's gesture: the
 * protocol lends one to a page of the extension.
 */
export async function openSidePanel(
  host: Page,
  port: number,
  openExtensionPage: () => Promise<Page>,
): Promise<Page> {
  if (!port) throw new Error('launch with "sidePanel: true" to open the side panel');
  const opener = await openExtensionPage();
  const cdp = await opener.context().newCDPSession(opener);
  const { exceptionDetails } = await cdp.send("Runtime.evaluate", {
    expression:
      "chrome.tabs.getCurrent().then(({ windowId }) => chrome.sidePanel.open({ windowId }))",
    userGesture: true,
    awaitPromise: true,
  });
  if (exceptionDetails) {
    throw new Error(`the side panel did not open: ${exceptionDetails.exception?.description}`);
  }
  await host.bringToFront();
  await opener.close();
  const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = second.contexts();
  if (!context) throw new Error("the second connection sees no browser context");
  return sidePanelIn(context);
}

async function sidePanelIn(context: BrowserContext): Promise<Page> {
  const isPanel = (page: Page) => /^chrome-extension:.*\/sidepanel\.html/.test(page.url());
  const page =
    context.pages().find(isPanel) ??
    (await context.waitForEvent("page", { predicate: isPanel, timeout: 10_000 }));
  await page.waitForLoadState();
  return page;
}
