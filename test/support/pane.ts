import type { Page } from "@playwright/test";

/** Waits until an author can point in the page: what the mouse does before that nobody hears. */
export async function paneThere(page: Page): Promise<void> {
  await page.locator("waymark-overlay").first().waitFor({ state: "attached" });
}
