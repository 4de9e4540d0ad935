import { join } from "node:path";
import { type Browser, test as base, chromium, type Page } from "@playwright/test";
import { BROWSER_ARGS } from "../../../support/browser-args.ts";
import { bundleScript } from "../../../support/bundle.ts";
import { ensureBrowser } from "../../../support/install-browser.ts";
import { type Isolated, isolate } from "../../../support/isolate.ts";
import type { World } from "./world.ts";

/** The overlay and the test's handles on it. */
const WORLD = join(import.meta.dirname, "world.ts");

/** Opens a page with this HTML, under this policy, and gives it an isolated world. `other` paths show other pages. In a `hasty` world long waits take a quarter of their time. */
export type OpenPage = (
  html: string,
  options?: {
    csp?: string;
    path?: string;
    other?: Readonly<Record<string, string>>;
    hasty?: boolean;
  },
) => Promise<{ page: Page; world: Isolated<World> }>;

const HOST = "http://host.test";

/** For tests of what comes when a target is given up, which is after six seconds. */
const HASTE = `{
  const wait = setTimeout;
  globalThis.setTimeout = (task, ms, ...rest) => wait(task, ms < 6_000 ? ms : ms / 4, ...rest);
}`;

const show = async (page: Page, ...[html, options = {}]: Parameters<OpenPage>) => {
  const { csp, path = "/", other = {}, hasty = false } = options;
  await page.route(`${HOST}/**`, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: csp ? { "content-security-policy": csp } : {},
      body: other[new URL(route.request().url()).pathname] ?? html,
    }),
  );
  await page.goto(HOST + path);
  const script = await bundleScript(WORLD);
  return { page, world: await isolate<World>(page, hasty ? HASTE + script : script) };
};

interface OfTest {
  /** A page of a context that nobody had before. */
  openPage: OpenPage;
  /** A new document in the page of the test before, which takes half the time; for what leaves nothing behind but it. */
  openNext: OpenPage;
}

export const test = base.extend<OfTest, { hostBrowser: Browser; keptPage: Page }>({
  hostBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here
    async ({}, use) => {
      const { path } = await ensureBrowser();
      const browser = await chromium.launch({
        executablePath: path,
        chromiumSandbox: process.getuid?.() !== 0,
        args: [...BROWSER_ARGS],
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  keptPage: [
    async ({ hostBrowser }, use) => {
      const context = await hostBrowser.newContext();
      await use(await context.newPage());
      await context.close();
    },
    { scope: "worker" },
  ],
  openPage: async ({ hostBrowser, contextOptions, viewport, colorScheme }, use) => {
    const context = await hostBrowser.newContext({ ...contextOptions, viewport, colorScheme });
    await use(async (...what) => show(await context.newPage(), ...what));
    await context.close();
  },
  openNext: async ({ keptPage: page, viewport }, use) => {
    await page.unrouteAll();
    await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
    if (viewport) await page.setViewportSize(viewport);
    await page.mouse.move(0, 0);
    await use((...what) => show(page, ...what));
  },
});

export { expect } from "@playwright/test";
