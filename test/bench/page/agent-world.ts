import type { Page } from "@playwright/test";
import { agentReady } from "../../e2e/agent-ready.ts";

/** Runs a function in the isolated world that the agent shares with no page script; it may use nothing around it. */
export type InAgentWorld = <A, T>(run: (argument: A) => T | Promise<T>, argument?: A) => Promise<T>;

/** Opens the way into the agent's world of the page's top frame. */
export async function enterAgentWorld(page: Page): Promise<InAgentWorld> {
  await agentReady(page);
  const cdp = await page.context().newCDPSession(page);
  let contextId: number | undefined;
  cdp.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) contextId = context.id;
  });
  await cdp.send("Runtime.enable");
  if (contextId === undefined) throw new Error("the agent's world is gone");
  const world = contextId;
  return async (run, argument) => {
    const expression = `(${run.toString()})(${JSON.stringify(argument)})`;
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      contextId: world,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
}
