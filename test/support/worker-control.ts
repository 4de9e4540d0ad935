import type { BrowserContext, CDPSession } from "@playwright/test";

/**
 * Ends the extension's service worker and waits until it is gone. While Playwright is attached the browser would
 * never do it by itself.
 */
export async function stopWorker(cdp: CDPSession, extensionId: string): Promise<void> {
  await cdp.send("Target.setDiscoverTargets", { discover: true });
  const { targetInfos } = await cdp.send("Target.getTargets");
  const workers = targetInfos.filter(
    ({ type, url }) =>
      type === "service_worker" && url.startsWith(`chrome-extension://${extensionId}/`),
  );
  await Promise.all(
    workers.map(async ({ targetId }) => {
      const gone = destroyed(cdp, targetId);
      await cdp.send("Target.closeTarget", { targetId });
      await gone;
    }),
  );
}

function destroyed(cdp: CDPSession, wanted: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const onDestroyed = ({ targetId }: { targetId: string }) => {
    if (targetId !== wanted) return;
    cdp.off("Target.targetDestroyed", onDestroyed);
    resolve();
  };
  cdp.on("Target.targetDestroyed", onDestroyed);
  return promise;
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
