import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../support/child.ts";
import { freePort } from "../support/free-port.ts";

export interface NodeRed {
  /** Of the editor, without a slash at the end. */
  url: string;
  log(): string;
  /** Ends it and removes its data folder if it was a temporary one. */
  stop(): Promise<void>;
}

/**
 * Node-RED as a real host app, from npm, with a data folder of its own. The editor speaks the browser's language.
 * Its own tours, telemetry and update checks are off: they would stand in front of the page, and need a network.
 */
export async function startNodeRed(
  options: {
    /** Default: a temporary folder, empty at each start. */
    userDir?: string;
    port?: number;
    onLine?: (line: string) => void;
  } = {},
): Promise<NodeRed> {
  const userDir = options.userDir ?? (await mkdtemp(join(tmpdir(), "waymark-node-red-")));
  await mkdir(userDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const settings = join(userDir, "settings.cjs");
  await writeFile(settings, `module.exports = ${JSON.stringify(settingsFor(port), null, 2)};\n`);
  const forget = async () => {
    if (!options.userDir) await rm(userDir, { recursive: true, force: true });
  };
  const child = await startChild({
    name: "Node-RED",
    args: [program(), "--settings", settings, "--userDir", userDir],
    env: { NODE_RED_DISABLE_UPDATE_NOTIFICATION: "true" },
    ready: /Server now running at (http\S+?)\/?$/,
    onLine: options.onLine,
  }).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${port}`,
    log: child.log,
    stop: async () => {
      await child.stop();
      await forget();
    },
  };
}

function program(): string {
  return createRequire(import.meta.url).resolve("node-red/red.js");
}

function settingsFor(port: number) {
  return {
    uiPort: port,
    uiHost: "127.0.0.1",
    flowFile: "flows.json",
    credentialSecret: "only-for-demos-and-tests",
    telemetry: { enabled: false, updateNotification: false },
    diagnostics: { enabled: false, ui: false },
    externalModules: {
      autoInstall: false,
      palette: { allowInstall: false, allowUpload: false },
      modules: { allowInstall: false },
    },
    logging: { console: { level: "info", metrics: false, audit: false } },
    editorTheme: {
      tours: false,
      projects: { enabled: false },
      palette: { catalogues: [] },
    },
  };
}
