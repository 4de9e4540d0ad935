import { join } from "node:path";
import { type Browser, test as base, chromium, type Page } from "@playwright/test";
import { bundleScript } from "../../../support/bundle.ts";
import { ensureBrowser } from "../../../support/install-browser.ts";
import { type Isolated, isolate } from "../../../support/isolate.ts";
import type { World } from "./world.ts";

/** The overlay and the test's handles on it. */
const WORLD = join(import.meta.dirname, "world.ts");

/** Opens a page with this HTML, under this policy, and gives it an isolated world. `other` paths show other pages. */
export type OpenPage = (
  html: string,
  options?: { csp?: string; path?: string; other?: Readonly<Record<string, string>> },
) => Promise<{ page: Page; world: Isolated<World> }>;

const HOST = "http://host.test";

export const test = base.extend<{ openPage: OpenPage }, { hostBrowser: Browser }>({
  hostBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here
    async ({}, use) => {
      const { path } = await ensureBrowser();
      const browser = await chromium.launch({
        executablePath: path,
        chromiumSandbox: process.getuid?.() !== 0,
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  openPage: async ({ hostBrowser, contextOptions, viewport, colorScheme }, use) => {
    const context = await hostBrowser.newContext({ ...contextOptions, viewport, colorScheme });
    await use(async (html, { csp, path = "/", other = {} } = {}) => {
      const page = await context.newPage();
      await page.route(`${HOST}/**`, (route) =>
        route.fulfill({
          contentType: "text/html; charset=utf-8",
          headers: csp ? { "content-security-policy": csp } : {},
          body: other[new URL(route.request().url()).pathname] ?? html,
        }),
      );
      await page.goto(HOST + path);
      return { page, world: await isolate<World>(page, await bundleScript(WORLD)) };
    });
    await context.close();
  },
});

export { expect } from "@playwright/test";
