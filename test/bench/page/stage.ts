import type { Browser } from "@playwright/test";
import { startFixtureHost } from "../../hosts/fixture-host.ts";
import { launchWaymark, type Waymark } from "../../support/launch.ts";
import { startServer } from "../../support/server-process.ts";
import { FEATURES, WAITING_GUIDE } from "./published.ts";

export interface BenchStage {
  waymark: Waymark;
  browser: Browser;
  /** The same host under two addresses, without a slash at the end: one connected, one where no agent runs. */
  connected: string;
  bare: string;
  end(): Promise<void>;
}

/** A real server with everything published, a host, and a browser with the extension connected to both. */
export async function setBenchStage(): Promise<BenchStage> {
  await using starting = new AsyncDisposableStack();
  const server = await startServer();
  starting.defer(() => server.dispose());
  const host = await startFixtureHost();
  starting.defer(() => host.stop());
  for (const feature of FEATURES) await server.publish("features", feature);
  await server.publish("guides", WAITING_GUIDE);
  const waymark = await launchWaymark();
  starting.defer(() => waymark.close());
  await waymark.connect(server, { site: host.url, user: "ada", account: "acme" });
  const browser = waymark.context.browser();
  if (!browser) throw new Error("this browser takes no trace");
  const started = starting.move();
  return {
    waymark,
    browser,
    connected: host.url,
    bare: host.url.replace("127.0.0.1", "localhost"),
    end: () => started.disposeAsync(),
  };
}
