import type { JournalEntry, JournalPage } from "../message/protocol.ts";
import type { WireMessage } from "../model/wire.ts";
import { readEvents } from "../store/history.ts";
import { type JournalRecord, readJournal } from "../store/journal.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { askForExport } from "../sync/erase.ts";
import type { Network } from "../sync/ports.ts";
import type { Platform } from "./platform.ts";

const PAGE = 50;

/** What left the device, the newest first; the first page begins with what waits and was never tried. */
export async function journalPage(
  store: Store,
  before: { sentAt: number; id: string } | undefined,
): Promise<JournalPage> {
  const records = await readJournal(store, { before, limit: PAGE + 1 });
  const sent = records.slice(0, PAGE);
  const last = sent.at(-1);
  const more = records.length > PAGE && last;
  return {
    entries: [...(before ? [] : await readWaiting(store)), ...sent.map(toEntry)],
    next: more ? { sentAt: last.sentAt, id: last.id } : null,
  };
}

async function readWaiting(store: Store): Promise<JournalEntry[]> {
  const transaction = store.transaction(["outbox", "journal"]);
  const entries: JournalEntry[] = [];
  let cursor = await transaction.objectStore("outbox").openCursor(null, "prev");
  for (; cursor && entries.length < PAGE; cursor = await cursor.continue()) {
    const { items, at = null } = cursor.value;
    for (const { id, message } of items.toReversed()) {
      if (await transaction.objectStore("journal").getKey(id)) continue;
      entries.push({ ...bare(id, message), storedAt: at });
    }
  }
  return entries.slice(0, PAGE);
}

function toEntry({ id, message, answer, ...times }: JournalRecord): JournalEntry {
  return {
    ...bare(id, message),
    ...times,
    state: answer?.is ?? "sent",
    answeredAt: answer?.at ?? null,
    reason: answer?.reason ?? null,
  };
}

function bare(id: string, message: WireMessage): JournalEntry {
  const captured = Date.parse(message.timestamp ?? "");
  return {
    id,
    name: message.type === "track" ? message.event : message.type,
    capturedAt: Number.isNaN(captured) ? null : captured,
    storedAt: null,
    sentAt: null,
    tries: 0,
    answeredAt: null,
    state: "waiting",
    reason: null,
    json: JSON.stringify(message),
  };
}

/** All that is kept about the people of this device, here and, as far as it can be asked, on the server: a JSON text. */
export async function exportOwnData(
  platform: Platform,
  store: Store,
  network: Network,
): Promise<string> {
  const device = await getMeta(store, "device");
  const identities = (await getMeta(store, "identities")) ?? {};
  const connection = await getMeta(store, "connection");
  const all = (name: "daily" | "signals" | "matchers" | "runs" | "showings" | "exposures") =>
    store.getAll(name);
  const here = {
    device: device?.id,
    // What vouches for somebody is a key, and worth nothing to read.
    identities: Object.entries(identities).map(([host, identity]) => ({
      host,
      ...(identity && { ...identity, token: identity.token === null ? null : "…" }),
    })),
    consent: await getMeta(store, "consent"),
    events: await Array.fromAsync(readEvents(store.transaction("chunks").store)),
    dailyCounts: await all("daily"),
    signals: await all("signals"),
    sequences: await all("matchers"),
    guides: await all("runs"),
    showings: await all("showings"),
    experiments: await all("exposures"),
    waiting: (await store.getAll("outbox")).flatMap(({ items }) => items),
    refused: await store.getAll("dead"),
    sent: await store.getAll("journal"),
  };
  const file = { at: new Date(platform.now()).toISOString(), here, server: null as unknown };
  // Before anything was sent the server knows nothing, and is not told that there is somebody.
  if (connection && device && here.sent.length > 0) {
    const token = Object.values(identities).find((identity) => identity?.token)?.token ?? null;
    const { server, writeKey } = connection;
    const asked = await askForExport(network, { server, writeKey, secret: device.secret, token });
    file.server = asked.ok ? asked.value : { error: asked.error };
  }
  return JSON.stringify(file, null, 2);
}
