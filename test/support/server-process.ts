import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DocumentBody, DocumentKind } from "../../lib/model/documents.ts";
import type { FeatureAdoption, UserSignals } from "../../lib/model/query.ts";
import { ROOT } from "./build.ts";
import { type Child, startChild } from "./child.ts";
import { freePort } from "./free-port.ts";
import { fillDataDir } from "./server-template.ts";

export interface WaymarkServer {
  url: string;
  writeKey: string;
  adminToken: string;
  dataDir: string;
  pid(): number;
  log(): string;
  /** Ends it politely (SIGTERM). */
  stop(): Promise<void>;
  /** Ends it as a crash would (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again on the same port and data, after `stop` or `kill` or in their place. */
  restart(): Promise<void>;
  /** Ends it and removes its data if they were temporary. */
  dispose(): Promise<void>;
  /** Asks the API with the administrator's token; rejects on an error, with the server's words. */
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Sends a body to the ingest with the write key and returns the answer as it is. */
  ingest(path: string, body: unknown): Promise<Response>;
  /** Saves a draft and publishes it as a new version. */
  publish<K extends DocumentKind>(kind: K, body: DocumentBody<K>): Promise<void>;
  /** How often a feature was used, over everybody. */
  uses(feature: string): Promise<number>;
  /** People for whom a signal is true. */
  activated(signal: string): Promise<UserSignals["users"]>;
}

export interface ServerOptions {
  /** Kept after `dispose`; default is a temporary folder. */
  dataDir?: string;
  port?: number;
  /** What is run, a path of the repository; default is the server itself. */
  main?: string;
  /** Further settings, such as DATABASE_URL. */
  env?: Record<string, string>;
  onLine?: (line: string) => void;
}

/** With which a server starts for the first time. */
export const KNOWN_SECRETS = {
  WAYMARK_ADMIN_TOKEN: "wmt_only-for-demos-and-tests-000000000000",
  WAYMARK_WRITE_KEY: "wmk_only-for-demos-and-tests",
} as const;

async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-server-"));
  await fillDataDir(folder);
  return folder;
}

/** The real server as a process of its own, with known keys. */
export async function startServer(options: ServerOptions = {}): Promise<WaymarkServer> {
  const dataDir = options.dataDir ?? (await newDataDir());
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const { WAYMARK_ADMIN_TOKEN: adminToken, WAYMARK_WRITE_KEY: writeKey } = KNOWN_SECRETS;
  const start = () =>
    startChild({
      name: "The Waymark server",
      args: [join(ROOT, options.main ?? "server/main.ts")],
      cwd: ROOT,
      env: {
        PORT: String(port),
        HOST: "127.0.0.1",
        WAYMARK_DATA: dataDir,
        ...KNOWN_SECRETS,
        ...options.env,
      },
      ready: /Waymark server ready at (http\S+)/,
      ...(options.onLine ? { onLine: options.onLine } : {}),
    });
  const forget = async () => {
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  let child: Child = await start().catch(async (error: unknown) => {
    await forget();
    throw error;
  });

  const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const asAdmin = { authorization: `Bearer ${adminToken}` };
  const api = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await ask(method, path, asAdmin, body);
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return (await response.json()) as T;
  };

  return {
    url,
    writeKey,
    adminToken,
    dataDir,
    pid: () => child.pid,
    log: () => child.log(),
    stop: () => child.stop(),
    kill: () => child.kill(),
    restart: async () => {
      await child.stop();
      child = await start();
    },
    dispose: async () => {
      await child.stop();
      await forget();
    },
    api,
    ingest: (path, body) => ask("POST", path, { authorization: `Bearer ${writeKey}` }, body),
    publish: async (kind, body) => {
      const path = `/v1/${kind}/${body.id}`;
      const draft = await ask("GET", path, asAdmin);
      const revision = draft.ok ? draft.headers.get("etag") : null;
      await draft.text();
      const saved = await ask(
        "PUT",
        path,
        { ...asAdmin, ...(revision ? { "if-match": revision } : {}) },
        body,
      );
      if (!saved.ok) throw new Error(`PUT ${path}: ${saved.status} ${await saved.text()}`);
      await api("POST", `${path}/publish`);
    },
    uses: async (feature) => {
      const { features } = await api<FeatureAdoption>("GET", "/v1/query/features?days=30");
      return features.find((entry) => entry.feature === feature)?.events ?? 0;
    },
    activated: async (signal) => {
      const { users } = await api<UserSignals>("GET", "/v1/query/signals?limit=100");
      return users.filter(({ values }) => values[signal]?.value === true);
    },
  };
}
