import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { createApp } from "./app.ts";
import { openDatabase } from "./db/open.ts";
import { createUpkeep } from "./db/upkeep.ts";
import type { Deps } from "./deps.ts";
import { createWorkspace, hasWorkspace, welcome } from "./first-start.ts";
import { createForwarder } from "./forward/forwarder.ts";
import { createHealthRunner } from "./health/runner.ts";
import { createAddressOf } from "./http/client-address.ts";
import type { Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { createGuard } from "./outbound/guard.ts";
import { createMailer } from "./outbound/mailer.ts";
import { networksOf } from "./outbound/networks.ts";
import { resolveHost } from "./outbound/resolve.ts";
import { createSend } from "./outbound/send.ts";
import { passPlaybooks } from "./playbook/pass.ts";
import { runRetention } from "./retention/run.ts";
import { listen } from "./serve.ts";
import type { Settings } from "./settings.ts";

/** Requests that are under way get this long to end. With the closing of the database it stays below 5 s. */
const GRACE_MS = 3_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Starts the server; what it returns ends it. `clock` gives epoch ms: no setting and no request moves it. */
export async function start(
  settings: Settings,
  { clock, log, onLost }: { clock: () => number; log: Log; onLost: (error: Error) => void },
): Promise<() => Promise<void>> {
  const db = await openDatabase({
    ...settings,
    log,
    onCreate: () => say("Creating the database (a few seconds)…"),
    onLost,
  });
  try {
    const ending = new AbortController();
    const guard = createGuard(networksOf(settings.networks), resolveHost);
    const send = createSend(guard, ending.signal);
    const random = () => Math.random();
    const mailer = settings.mail ? createMailer(settings.mail) : undefined;
    const outbound = { db, clock, random, send, mailer, log };
    const upkeep = createUpkeep({ db, clock, log }, ending.signal);
    const forwarder = createForwarder(outbound, ending.signal);
    const passed = async (workspace: string) => {
      const { signal } = ending;
      try {
        const { fired } = await passPlaybooks({ db, clock, newId: uuidv7 }, workspace, signal);
        log.info("playbooks were looked at", { workspace, fired });
      } catch (error) {
        if (!signal.aborted) log.error("could not look at playbooks", error, { workspace });
      }
      forwarder.wake(workspace);
    };
    const ended = async (workspace: string) => {
      await runRetention({ db, clock, log }, workspace, ending.signal);
      upkeep.stored();
    };
    const health = createHealthRunner(
      { db, clock, newId: uuidv7, log, passed, ended },
      ending.signal,
    );
    const deps: Deps = {
      db,
      stored: (workspace, isQueued = true) => {
        if (isQueued) forwarder.wake(workspace);
        health.stored(workspace);
        upkeep.stored();
      },
      changed: (workspace) => {
        forwarder.wake(workspace);
        health.changed(workspace);
      },
      clock,
      newId: uuidv7,
      newSecret: () => randomBytes(32).toString("base64url"),
      log,
      metrics: createMetrics(),
      guard,
      mails: mailer !== undefined,
      rate: settings.rate,
      tries: settings.tries,
      questions: settings.questions,
      addressOf: createAddressOf(settings.proxies),
    };
    const server = await listen(createApp(deps).fetch, settings.port, settings.host);
    // Only now: secrets of a server that could not listen would be made and never shown.
    if (!(await hasWorkspace(deps))) {
      const made = await createWorkspace(deps, "My workspace", settings);
      say(welcome(server.url, made, settings));
    }
    await forwarder.resume();
    await health.resume();
    upkeep.stored();
    say(`Waymark server ready at ${server.url}`);
    return async () => {
      await server.close(GRACE_MS);
      ending.abort();
      await forwarder.settled();
      await health.settled();
      await upkeep.settled();
      await db.close();
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}
