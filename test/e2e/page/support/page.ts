import { type Browser, test as base, type CDPSession, chromium, type Page } from "@playwright/test";
import { ensureBrowser } from "../../../support/install-browser.ts";
import { worldScript } from "./bundle.ts";
import type { World } from "./world.ts";

/** The isolated world in which the overlay runs, as a content script's. */
export interface Isolated {
  /** Calls a method of `World` there. */
  call<M extends keyof World>(
    method: M,
    ...args: Parameters<World[M]>
  ): Promise<Awaited<ReturnType<World[M]>>>;
  /** Evaluates an expression there. */
  evaluate<T>(expression: string): Promise<T>;
}

/** Opens a page with this HTML, under this policy, and gives it an isolated world. */
export type OpenPage = (
  html: string,
  options?: { csp?: string; path?: string },
) => Promise<{ page: Page; world: Isolated }>;

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
    await use(async (html, { csp, path = "/" } = {}) => {
      const page = await context.newPage();
      await page.route(`${HOST}/**`, (route) =>
        route.fulfill({
          contentType: "text/html; charset=utf-8",
          headers: csp ? { "content-security-policy": csp } : {},
          body: html,
        }),
      );
      await page.goto(HOST + path);
      return { page, world: await isolate(page) };
    });
    await context.close();
  },
});

export { expect } from "@playwright/test";

async function isolate(page: Page): Promise<Isolated> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "waymark",
  });
  const evaluate = evaluator(session, executionContextId);
  await evaluate(`${await worldScript()}; undefined`);
  return {
    evaluate: <T>(expression: string) => evaluate(expression) as Promise<T>,
    call: (async (method, ...args) => {
      const list = args.map((arg) => JSON.stringify(arg)).join(",");
      return evaluate(`world.${method}(${list})`);
    }) as Isolated["call"],
  };
}

function evaluator(session: CDPSession, contextId: number) {
  return async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
}
