import { afterAll, afterEach, beforeEach } from "vitest";
import type { Forward, NewForward } from "../../lib/model/forward.ts";
import { createForwarder, type Forwarder } from "../../server/forward/forwarder.ts";
import { createMailer } from "../../server/outbound/mailer.ts";
import { accountsOf } from "./accounts.ts";
import { type Collector, startCollector } from "./collector.ts";
import type { Engine } from "./database.ts";
import { sendTo } from "./outbound.ts";
import { NOW, type TestServer, useServer } from "./server.ts";

export interface Forwarding {
  server: TestServer;
  collector: Collector;
  workspace: string;
  writeKey: string;
  as: string;
  accounts: ReturnType<typeof accountsOf>;
  call<T = Forward>(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: T }>;
  put(id: string, body: NewForward): Promise<Forward>;
  state(id: string): Promise<Forward | undefined>;
  /** Sends what waits, as much as may be tried now. */
  sent(): Promise<void>;
}

/** A server that forwards, a collector, and for each test a workspace of its own. `smtp`: address of a mail server. */
export function useForwarding(engine: Engine, smtp?: () => string): Forwarding {
  const it = {} as Forwarding;
  const ending = new AbortController();
  let forwarder: Forwarder;
  it.server = useServer(engine, { mails: smtp !== undefined });
  beforeEach(async () => {
    const { server } = it;
    server.time.now = NOW;
    const { db, deps } = server;
    const { clock, log } = deps;
    const mailer = smtp && createMailer({ url: smtp(), from: "waymark@example.com" });
    const send = sendTo(ending.signal);
    forwarder = createForwarder({ db, clock, log, random: () => 1, send, mailer }, ending.signal);
    const made = await server.newWorkspace();
    const as = made.adminToken;
    const call: Forwarding["call"] = (method, path, body) => server.ask(path, { method, as, body });
    Object.assign(it, {
      workspace: made.workspace,
      writeKey: made.writeKey,
      as,
      collector: await startCollector(),
      accounts: accountsOf(server, as),
      call,
      async put(id, body) {
        return (await call(`PUT`, `/v1/forwards/${id}`, body)).body;
      },
      async state(id) {
        const { body } = await call<{ items: Forward[] }>("GET", "/v1/forwards");
        return body.items.find((forward) => forward.id === id);
      },
      async sent() {
        forwarder.wake(made.workspace);
        await forwarder.settled();
      },
    } satisfies Partial<Forwarding>);
  });
  afterEach(async () => {
    await forwarder.settled();
    await it.collector.close();
  });
  afterAll(() => ending.abort());
  return it;
}
