import type { Page } from "@playwright/test";
import { type NodeRed, startNodeRed } from "../hosts/node-red.ts";
import { ensureBuild } from "../support/build.ts";
import { publishDemoContent, readDemoContent } from "../support/demo-content.ts";
import { ensureBrowser } from "../support/install-browser.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { connectByHand } from "../support/options-page.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import type { DemoOptions } from "./options.ts";
import type { Progress } from "./progress.ts";

export const PERSON = { user: "ada@example.com", account: "acme" } as const;

/** Everything the demo runs on, started and connected. */
export interface Stage {
  server: WaymarkServer;
  host: NodeRed;
  waymark: Waymark;
  /** The tab in which the person works. */
  page: Page;
}

/** Starts it piece by piece; what was started is handed to `onStop` at once, so that it ends whatever happens later. */
export async function setStage(
  { visible, locale }: DemoOptions,
  { heading, line, step }: Progress,
  onStop: (stop: () => Promise<void>) => void,
): Promise<Stage> {
  heading("Setting the stage");
  const browser = await step("Browser", () => ensureBrowser((text) => line(text)));
  line(`  ${browser.path} (${browser.from})`);
  await step("Extension built", () => ensureBuild("e2e"));

  const server = await step("Server on its embedded database", () => startServer());
  onStop(() => server.dispose());
  const content = await readDemoContent();
  await step("Features, signal and guides published over its HTTP API", async () => {
    await publishDemoContent(server, content);
    await server.api("PUT", "/v1/settings/sync", { events: "features" });
  });

  const host = await step("Node-RED, the host app", () => startNodeRed());
  onStop(() => host.stop());

  const waymark = await step("Chromium with the extension", () =>
    launchWaymark({ headed: visible, locale, sidePanel: true }),
  );
  onStop(() => waymark.close());
  await step("Extension connected to the server and to Node-RED on its options page", async () => {
    const options = await waymark.openPage("options.html");
    await connectByHand(options, { server, site: host.url, ...PERSON }, locale);
    await options.close();
    await waymark.send("console.token", { token: server.adminToken });
  });
  return {
    server,
    host,
    waymark,
    page: waymark.context.pages()[0] ?? (await waymark.context.newPage()),
  };
}
