import { advanceSession } from "../decide/session.ts";
import { type ConsentPolicy, consentAt } from "../model/consent.ts";
import type { CapturedEvent, StoredEvent } from "../model/event.ts";
import { comparePositions } from "../sequence/event.ts";
import type { OutboxItem } from "../sync/ports.ts";
import { eventToWire, identityToWire, type WireContext } from "../sync/wire.ts";
import { beginAgain } from "./coming-bundle.ts";
import { addToDays } from "./days.ts";
import { exposePainted } from "./exposures.ts";
import { enqueueSignals, followEvents, followOwners } from "./follow.ts";
import { type Device, readMeta, writeMeta } from "./meta.ts";
import { enqueue } from "./outbox.ts";
import { ANY_HOST, identify, owned, personOf } from "./person.ts";
import { foldRuns } from "./runs.ts";
import type { Store } from "./schema.ts";
import type { SignalChange } from "./signal-values.ts";
import { changeAll, type IngestTransaction } from "./transaction.ts";

/** Events in one record of `chunks`. */
const CHUNK = 100;

export interface Ingested {
  /** New events, without those that had been stored before. */
  events: StoredEvent[];
  changes: SignalChange[];
  /** Hosts that said who is here. */
  identified: string[];
}

interface Surroundings {
  version: string;
  now: number;
  /** What the workspace wants before anything is kept. */
  policy?: ConsentPolicy;
}

/**
 * Stores captured events and all that follows from them in one transaction: daily counts, signals, guide runs and
 * what is to be sent. I2 to I6 of docs/spec/events.md.
 */
export function ingest(
  store: Store,
  captured: readonly CapturedEvent[],
  surroundings: Surroundings,
): Promise<Ingested> {
  return changeAll(store, (transaction) => take(transaction, captured, surroundings));
}

async function take(
  transaction: IngestTransaction,
  captured: readonly CapturedEvent[],
  { version, now, policy: wanted = "implied" }: Surroundings,
): Promise<Ingested> {
  const meta = transaction.objectStore("meta");
  const before = new Set(await readMeta(meta, "ingested"));
  // A page that was late to hear of a refusal may have written one more.
  const answers = (await readMeta(meta, "consent")) ?? { hosts: {} };
  const isAllowed = (host: string) => consentAt(wanted, answers, host) === "granted";
  const allowed = captured.filter(({ host }) => isAllowed(host));
  const fresh = allowed.filter(({ id }) => !before.has(id)).sort(comparePositions);
  const device = await readMeta(meta, "device");
  if (!device) throw new Error("the database was opened without a device");
  const bundle = (await transaction.objectStore("bundle").get("current"))?.bundle;
  const context: WireContext = { device: device.id, version };
  const policy = bundle?.sync ?? { events: "off" };

  const identities = (await readMeta(meta, "identities")) ?? {};
  const events: StoredEvent[] = [];
  const outbox: OutboxItem[] = [];
  const identified: string[] = [];
  let changedHands = false;
  for (const event of fresh) {
    if (event.kind === "identify") {
      if (await identify(transaction, identities, event, events, device)) changedHands = true;
      identified.push(event.host);
      outbox.push(...identityToWire(event, context));
      continue;
    }
    const who = identities[event.host] ?? identities[ANY_HOST];
    const stored = owned(event, who);
    events.push(stored);
    const message = eventToWire(stored, context, policy, who?.token);
    if (message) outbox.push(message);
  }

  await storeChunks(transaction, events);
  const newDays = new Set<string>();
  for (const [person, theirs] of Map.groupBy(events, (event) => personOf(event, device))) {
    if (await addToDays(transaction, theirs, person)) newDays.add(person);
  }
  await foldRuns(transaction, events, device);
  const met = await exposePainted(transaction, events, { bundle, device, version });
  const surroundings = { bundle, device, now };
  if (changedHands) await beginAgain(transaction);
  const changes = changedHands
    ? await followOwners(transaction, surroundings)
    : await followEvents(transaction, events, surroundings, { newDays, met });
  await enqueue(transaction, outbox);
  await enqueueSignals(transaction, changes, context);
  await noteSession(transaction, events, device);
  await writeMeta(
    meta,
    "ingested",
    allowed.map(({ id }) => id),
  );
  return { events, changes, identified };
}

/** Keeps in mind who is using this device, and since when without a long pause. */
async function noteSession(
  transaction: IngestTransaction,
  events: readonly StoredEvent[],
  device: Device,
): Promise<void> {
  const newest = events.at(-1);
  if (!newest) return;
  const meta = transaction.objectStore("meta");
  const person = personOf(newest, device);
  const before = await readMeta(meta, "session");
  const theirs = before?.person === person ? before : undefined;
  await writeMeta(meta, "session", { person, ...advanceSession(theirs, newest.ts) });
}

async function storeChunks(transaction: IngestTransaction, events: StoredEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += CHUNK) {
    const chunk = events.slice(at, at + CHUNK);
    const until = Math.max(...chunk.map(({ ts }) => ts));
    await transaction.objectStore("chunks").add({ events: chunk, until });
  }
}
