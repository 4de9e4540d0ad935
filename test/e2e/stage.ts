import type { Page } from "@playwright/test";
import type { Feature } from "../../lib/model/feature.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { type FixtureHost, startFixtureHost } from "../hosts/fixture-host.ts";
import { type LaunchOptions, launchWaymark, type Waymark } from "../support/launch.ts";
import { type ServerOptions, startServer, type WaymarkServer } from "../support/server-process.ts";
import { agentReady } from "./agent-ready.ts";

/** Server, host and browser with the extension connected to both, for tests on the fixture pages. */
export interface FixtureStage {
  server: WaymarkServer;
  host: FixtureHost;
  /** Replace it after a restart of the browser. */
  waymark: Waymark;
  /** Opens a path of the host and waits until the agent is ready for it. */
  visit(path: string): Promise<Page>;
  end(): Promise<void>;
}

export async function setFixtureStage(
  features: readonly Feature[],
  options: LaunchOptions & { guides?: readonly Guide[]; server?: ServerOptions } = {},
): Promise<FixtureStage> {
  const [server, host] = await Promise.all([startServer(options.server), startFixtureHost()]);
  for (const feature of features) await server.publish("features", feature);
  for (const guide of options.guides ?? []) await server.publish("guides", guide);
  await server.api("PUT", "/v1/settings/sync", { events: "features" });
  const waymark = await launchWaymark(options);
  await waymark.connect(server, { site: host.url, user: "ada", account: "acme" });
  const stage: FixtureStage = {
    server,
    host,
    waymark,
    visit: async (path) => {
      const page = await stage.waymark.context.newPage();
      await page.goto(host.url + path);
      await agentReady(page);
      return page;
    },
    end: async () => {
      await stage.waymark.close();
      await Promise.all([server.dispose(), host.stop()]);
    },
  };
  return stage;
}

/** A feature that is used by clicking on something. */
export function clicked(id: string, selector: string): Feature {
  return { id, name: id, rules: [{ on: "click", selector }] };
}
