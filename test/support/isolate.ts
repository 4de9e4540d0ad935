import type { CDPSession, Page } from "@playwright/test";

/** An isolated world of a page, as a content script's. `World` is what the script puts at `globalThis.world`. */
export interface Isolated<World> {
  /** Calls a method of `World` there; what is passed and returned is data. */
  call<M extends keyof World>(
    method: M,
    ...args: World[M] extends (...args: infer A) => unknown ? A : never
  ): Promise<World[M] extends (...args: never[]) => infer R ? Awaited<R> : never>;
  /** Evaluates an expression there. */
  evaluate<T>(expression: string): Promise<T>;
}

/** Gives the page's top frame an isolated world in which `script` has run. It ends with the document. */
export async function isolate<World>(page: Page, script: string): Promise<Isolated<World>> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "waymark",
  });
  const evaluate = evaluator(session, executionContextId);
  await evaluate(`${script}; undefined`);
  return {
    evaluate: <T>(expression: string) => evaluate(expression) as Promise<T>,
    call: (async (method: string, ...args: unknown[]) => {
      const list = args.map((arg) => JSON.stringify(arg)).join(",");
      return evaluate(`world.${method}(${list})`);
    }) as Isolated<World>["call"],
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
