import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect } from "vitest";
import { explain, parse } from "../../lib/model/parse.ts";
import type { WireReply } from "../../lib/model/wire.ts";
import { createApp } from "../../server/app.ts";
import { createGate } from "../../server/auth/gate.ts";
import type { Database } from "../../server/db/database.ts";
import type { Deps } from "../../server/deps.ts";
import { createWorkspace, type FirstStart } from "../../server/first-start.ts";
import { createMetrics } from "../../server/metrics.ts";
import { routeTable } from "../../server/routes/table.ts";
import { SCHEMAS } from "../../server/schemas.ts";
import { type Engine, openTestDatabase } from "./database.ts";
import { NOW } from "./now.ts";
import { LOOPBACK } from "./outbound.ts";
import { asksByWorkspace } from "./workspace-queries.ts";

export { NOW };

export interface Ask {
  method?: string;
  /** Write key or token. */
  as?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  /** The other end of the connection. */
  peer?: string;
}

export interface Answer<T = never> {
  status: number;
  headers: Headers;
  body: T;
}

export interface TestServer {
  db: Database;
  deps: Deps;
  /** What the server's clock shows; tests set it. */
  time: { now: number };
  log: string[];
  /** The workspace that every test of a file may use. */
  home: FirstStart;
  newWorkspace(): Promise<FirstStart>;
  ask<T = never>(path: string, ask?: Ask): Promise<Answer<T>>;
  /** For answers that are no JSON. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends messages as one batch. */
  send(messages: readonly unknown[], as?: string, sentAt?: string): Promise<WireReply>;
}

/** A server on a database of its own for the tests of the surrounding `describe`. */
export function useServer(engine: Engine, override: Partial<Deps> = {}): TestServer {
  const server = {} as TestServer;
  beforeAll(async () => {
    Object.assign(server, await startTestServer(await openTestDatabase(engine), override));
  });
  afterAll(() => server.db.close());
  return server;
}

export async function startTestServer(
  db: Database,
  override: Partial<Deps> = {},
): Promise<TestServer> {
  const time = { now: NOW };
  const log: string[] = [];
  const deps: Deps = {
    db: await asksByWorkspace(db),
    clock: () => time.now,
    newId: uuidv7,
    newSecret: () => randomBytes(32).toString("base64url"),
    log: {
      info: (message, fields) => log.push(JSON.stringify({ message, ...fields })),
      error: (message, error) => log.push(`${message}: ${String(error)}`),
    },
    metrics: createMetrics(),
    guard: LOOPBACK,
    rate: null,
    ...override,
  };
  const app = createApp(deps);
  const newWorkspace = () =>
    createWorkspace(deps, "Test", { writeKey: undefined, adminToken: undefined });
  const home = await newWorkspace();

  const ask: TestServer["ask"] = async (
    path,
    { method = "GET", as, body, headers = {}, peer } = {},
  ) => {
    const init = {
      method,
      headers: { ...(as ? { Authorization: `Bearer ${as}` } : {}), ...headers },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    };
    const response = await app.request(path, init, {
      incoming: { socket: { remoteAddress: peer } },
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const answer = text === "" ? undefined : isJson ? JSON.parse(text) : text;
    expectDocumented(method, path, response.status, answer);
    return { status: response.status, headers: response.headers, body: answer };
  };
  return {
    db,
    deps,
    time,
    log,
    home,
    newWorkspace,
    ask,
    fetch: async (path, init) => app.request(path, init),
    async send(messages, as = home.writeKey, sentAt) {
      const body = { batch: messages, ...(sentAt ? { sentAt } : {}) };
      const answer = await ask<WireReply>("/v1/batch", { method: "POST", as, body });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body;
    },
  };
}

const TABLE = routeTable(
  { rate: null, db: { engine: "embedded" } } as Deps,
  createGate({} as Deps),
);

/** Every answer that a test gets has the form that the API's description promises. */
function expectDocumented(method: string, path: string, status: number, body: unknown): void {
  const pathname = path.split("?", 1)[0] ?? "";
  const route = TABLE.find(
    (candidate) =>
      candidate.method === method &&
      new RegExp(`^${candidate.path.replace(/:\w+/g, "[^/]+")}$`).test(pathname),
  );
  const name = status >= 400 && pathname !== "/healthz" ? "error" : route?.reply;
  if (!name || body === undefined) return;
  const result = parse(SCHEMAS[name], body);
  expect(result.ok ? "" : explain(result.error), `${method} ${path} answers as ${name}`).toBe("");
}

function isRaw(body: unknown): body is BodyInit {
  return typeof body === "string" || body instanceof Uint8Array;
}
