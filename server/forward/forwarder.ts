import { randomUUID } from "node:crypto";
import { mustWait } from "../../lib/model/back-off.ts";
import type { Database } from "../db/database.ts";
import type { Log } from "../log.ts";
import { causeOf } from "../outbound/cause.ts";
import { AddressRefused, type Send } from "../outbound/send.ts";
import type { Queued } from "./adapters/adapter.ts";
import { packCloudEvents } from "./adapters/cloud-events.ts";
import { packPostHog } from "./adapters/posthog.ts";
import { packSegment } from "./adapters/segment.ts";
import { letGo, take } from "./hold.ts";
import { type Answer, judge } from "./judge.ts";
import { createLanes } from "./lanes.ts";
import { type Mailer, mailOf, NO_MAIL, NOBODY } from "./mail.ts";
import { signed } from "./sign.ts";
import { type Line, readLines, readQueue, settle } from "./store.ts";

export interface ForwarderDeps {
  db: Database;
  /** Epoch ms. */
  clock: () => number;
  /** In [0, 1). */
  random: () => number;
  send: Send;
  /** Without one nothing is sent by e-mail. */
  mailer?: Mailer | undefined;
  log: Log;
}

export interface Forwarder {
  /** Something may wait in this workspace. Returns at once; one run a target at a time. */
  wake(workspace: string): void;
  /** Takes up what was left when the server ended. */
  resume(): Promise<void>;
  /** Resolves when nothing is under way any more; for tests, and before the database is closed. */
  settled(): Promise<void>;
}

const PACKS = { segment: packSegment, posthog: packPostHog, cloudevents: packCloudEvents } as const;
const MAX_MESSAGES = 500;
const TIMEOUT_MS = 30_000;

/** Sends what was stored to the targets of its workspace: R58 to R60 of docs/spec/delivery.md. */
export function createForwarder(deps: ForwarderDeps, signal: AbortSignal): Forwarder {
  const by = randomUUID();
  /** By target, and by workspace to see which targets there are. */
  const lanes = createLanes(signal, (error, key) => {
    deps.log.error("could not forward", error, { key });
  });
  const timers = new Map<string, NodeJS.Timeout>();
  signal.addEventListener("abort", () => {
    for (const timer of timers.values()) clearTimeout(timer);
  });

  const wake = (workspace: string) => lanes.take(workspace, () => look(workspace));

  async function look(workspace: string): Promise<void> {
    const lines = await deps.db.transaction(workspace, (sql) => readLines(sql, workspace));
    for (const line of lines) {
      lanes.take(`${workspace}/${line.id}`, () => serve(workspace, line));
    }
  }

  async function serve(workspace: string, line: Line): Promise<void> {
    const until = await empty(workspace, line);
    if (until === null || signal.aborted) return;
    const key = `${workspace}/${line.id}`;
    clearTimeout(timers.get(key));
    const timer = setTimeout(() => wake(workspace), Math.max(0, until - deps.clock()));
    // Keeps nobody from ending the process: what waits is in the database.
    timer.unref();
    timers.set(key, timer);
  }

  /** Until nothing waits, or not before the time that is answered. */
  async function empty(workspace: string, first: Line): Promise<number | null> {
    let line = first;
    while (!signal.aborted) {
      if (line.nextAt !== null && mustWait(line.nextAt, deps.clock())) return line.nextAt;
      const settled = await sendSome(workspace, line);
      if (!settled) return null;
      if ("heldUntil" in settled) return settled.heldUntil;
      line = { ...line, ...settled };
    }
    return null;
  }

  /** What waits is read by the server that has the target, so that it is sent by no other: R60 of docs/spec/delivery.md. */
  function takeSome(workspace: string, forward: string) {
    return deps.db.transaction(workspace, async (sql) => {
      const now = deps.clock();
      const taken = await take(sql, workspace, forward, { by, now });
      if (!taken || "heldUntil" in taken) return taken;
      const mayGo = taken.nextAt === null || !mustWait(taken.nextAt, now);
      const limit = Math.min(taken.size ?? MAX_MESSAGES, MAX_MESSAGES);
      const waiting = mayGo ? await readQueue(sql, workspace, forward, limit) : [];
      if (waiting.length === 0) await letGo(sql, workspace, forward, by);
      if (!mayGo && taken.nextAt !== null) return { heldUntil: taken.nextAt };
      return { ...taken, waiting };
    });
  }

  async function sendSome(workspace: string, before: Line) {
    const { db, clock, random } = deps;
    const taken = await takeSome(workspace, before.id);
    if (!taken || "heldUntil" in taken) return taken;
    const { waiting, ...state } = taken;
    const line = { ...before, ...state };
    const [oldest] = waiting;
    if (!oldest) return null;
    const { ids, answer } =
      line.kind === "email"
        ? { ids: [oldest.id], answer: await mail(workspace, line, oldest) }
        : await postSome(workspace, { ...line, kind: line.kind }, waiting, oldest);
    const settled = judge(line, ids, answer, { now: clock(), random: random() });
    await db.transaction(workspace, (sql) => settle(sql, workspace, line.id, settled, clock()));
    return settled;
  }

  async function mail(workspace: string, line: Line, message: Queued): Promise<Answer> {
    if (!deps.mailer) return NO_MAIL;
    const mail = await deps.db.transaction(workspace, (sql) =>
      mailOf(sql, workspace, line, message),
    );
    return mail.to.length === 0 ? NOBODY : deps.mailer(mail, signal);
  }

  async function postSome(
    workspace: string,
    line: Line & { kind: keyof typeof PACKS },
    waiting: readonly Queued[],
    oldest: Queued,
  ): Promise<{ ids: readonly string[]; answer: Answer }> {
    const secret = line.sign ? null : line.secret;
    const target = { workspace, secret, batch: line.batch };
    const at = deps.clock();
    const unsigned = PACKS[line.kind](target, waiting, new Date(at).toISOString());
    if (unsigned.items.length === 0) return { ids: [oldest.id], answer: "too-large" };
    const isOldValid = line.oldUntil !== null && line.oldUntil > at;
    const secrets = [line.secret, isOldValid ? line.oldSecret : null].filter((one) => one !== null);
    const packed = line.sign && line.secret ? signed(unsigned, secrets, at) : unsigned;
    return { ids: packed.items.map(({ id }) => id), answer: await post(line.url, packed) };
  }

  async function post(
    url: string,
    { body, headers }: { body: string; headers: Readonly<Record<string, string>> },
  ) {
    try {
      const response = await deps.send(url, {
        method: "POST",
        body,
        headers: { ...headers, "User-Agent": "waymark" },
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      return { status: response.status, retryAfter: response.headers.get("Retry-After") };
    } catch (error) {
      if (error instanceof AddressRefused) return "refused" as const;
      return { status: null, why: causeOf(error) };
    }
  }

  return {
    wake,
    async resume() {
      const all = await deps.db.transaction(null, (sql) =>
        sql.query<{ id: string }>("SELECT id FROM workspaces"),
      );
      for (const { id } of all) wake(id);
    },
    settled: lanes.settled,
  };
}
