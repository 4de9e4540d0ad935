import type { BrowserContext, CDPSession } from "@playwright/test";

/**
 * Ends the extension's service worker and waits until it is gone. While Playwright is attached the browser would
 * never do it by itself; its target stays, so the browser is asked how the worker itself is.
 */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    cdp.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      const ours = versions.filter(({ scriptURL }) => scriptURL.includes(extensionId));
      if (ours.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
    });
  });
  await cdp.send("ServiceWorker.enable");
  await cdp.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await cdp.detach();
}

/** Ends the browser's main process at once, as a crash or the out-of-memory killer would. */
export async function killBrowser(context: BrowserContext, cdp: CDPSession): Promise<void> {
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  const main = processInfo.find(({ type }) => type === "browser");
  if (!main) throw new Error("the browser does not say which process it is");
  const closed = new Promise<void>((resolve) => context.once("close", () => resolve()));
  process.kill(main.id, "SIGKILL");
  await closed;
}
