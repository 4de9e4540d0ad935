import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import type { Waymark } from "./launch.ts";
import type { ServerOptions } from "./server-process.ts";

/** A clock that is ahead of the machine's by what a test says, for server, background and page agent alike. */
export interface MovedClock {
  /** What the server is started with. */
  server: ServerOptions;
  /** Whose agent and whose background take part from now on. */
  follow(waymark: Waymark, page: Page): Promise<void>;
  /** Resolves when all of them show it. */
  move(aheadMs: number): Promise<void>;
  end(): Promise<void>;
}

export async function createMovedClock(): Promise<MovedClock> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-clock-"));
  const file = join(folder, "ahead");
  await writeFile(file, "0");
  let moveBrowser: (aheadMs: number) => Promise<void> = async () => undefined;
  return {
    server: { main: "test/support/moved-server.ts", env: { WAYMARK_TEST_CLOCK: file } },
    async follow(waymark, page) {
      const { cdp, worlds } = await extensionWorlds(page);
      moveBrowser = async (ahead) => {
        const worker = await waymark.worker();
        const expression = moving(ahead);
        await worker.evaluate(expression);
        for (const contextId of worlds)
          await cdp.send("Runtime.evaluate", { contextId, expression });
      };
    },
    async move(ahead) {
      // In one step: the server reads it at any moment.
      await writeFile(`${file}.new`, String(ahead));
      await rename(`${file}.new`, file);
      await moveBrowser(ahead);
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The worlds of content scripts in a page; they share nothing with the page's own, so only CDP gets there. */
async function extensionWorlds(page: Page): Promise<{ cdp: CDPSession; worlds: Set<number> }> {
  const cdp = await page.context().newCDPSession(page);
  const worlds = new Set<number>();
  cdp.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.add(context.id);
  });
  await cdp.send("Runtime.enable");
  return { cdp, worlds };
}

function moving(ahead: number): string {
  return `globalThis.machineNow ??= Date.now; Date.now = () => machineNow() + ${ahead}; undefined`;
}
