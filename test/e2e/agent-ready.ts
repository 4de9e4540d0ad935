import type { CDPSession, Page } from "@playwright/test";
import { until } from "../support/until.ts";

/** Waits until the page agent runs in the page's top frame; its world is not the page's, so only CDP can look. */
export async function agentReady(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const worlds = new Set<number>();
  cdp.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.add(context.id);
  });
  cdp.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
    worlds.delete(executionContextId),
  );
  await cdp.send("Runtime.enable");
  await until(
    "the page agent",
    () => Promise.all([...worlds].map((world) => hasAgent(cdp, world))),
    (answers) => answers.includes(true),
  );
  await cdp.detach();
}

async function hasAgent(cdp: CDPSession, contextId: number): Promise<boolean> {
  const expression = 'Boolean(globalThis[Symbol.for("waymark.agent")])';
  const { result } = await cdp.send("Runtime.evaluate", { contextId, expression });
  return result.value === true;
}
