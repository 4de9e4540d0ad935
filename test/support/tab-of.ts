import type { Page } from "@playwright/test";
import type { Waymark } from "./launch.ts";

/** The browser's number of the tab that shows this page. */
export async function tabOf(waymark: Waymark, page: Page): Promise<number> {
  const options = await waymark.openPage("options.html");
  const url = page.url().replace(/#.*/, "");
  const tabs = await options.evaluate(() => chrome.tabs.query({}));
  await options.close();
  const tab = tabs.find((one) => one.url?.replace(/#.*/, "") === url);
  if (tab?.id === undefined) throw new Error(`no tab shows ${url}`);
  await page.bringToFront();
  return tab.id;
}
