import type { IDBPObjectStore } from "idb";
import type { Outbox, OutboxItem, SyncState, SyncStateStore } from "../sync/ports.ts";
import { noteAnswer, noteSending } from "./journal.ts";
import { getMeta, readMeta, writeMeta } from "./meta.ts";
import { ownerOf } from "./owner.ts";
import type { Schema, Store, StoreName } from "./schema.ts";
import type { IngestTransaction } from "./transaction.ts";

const NEW_SYNC_STATE: SyncState = {
  attempts: 0,
  nextAt: 0,
  batch: 200,
  lastSentAt: null,
  error: null,
  sent: 0,
};

/**
 * What waits to be sent to its owner, oldest first: nothing, as soon as another one is connected, or none. So a push
 * that is under way meanwhile cannot send to the one what belongs to the other. Acknowledged by id, never by position.
 */
export function createOutbox(database: Store, owner: string, now: () => number): Outbox {
  return {
    async peek({ count, bytes }) {
      const transaction = database.transaction(["meta", "outbox"]);
      if (!(await isConnected(transaction.objectStore("meta"), owner))) return [];
      const items: OutboxItem[] = [];
      let size = 0;
      let cursor = await transaction.objectStore("outbox").openCursor();
      for (; cursor; cursor = await cursor.continue()) {
        for (const item of cursor.value.items) {
          size += new TextEncoder().encode(JSON.stringify(item.message)).length + 1;
          if (items.length > 0 && (items.length >= count || size > bytes)) return items;
          items.push(item);
        }
      }
      return items;
    },
    async sending(ids) {
      const transaction = database.transaction(["outbox", "journal"], "readwrite");
      const wanted = new Set(ids);
      const leaving: { item: OutboxItem; storedAt: number | null }[] = [];
      let cursor = await transaction.objectStore("outbox").openCursor();
      for (; cursor && leaving.length < wanted.size; cursor = await cursor.continue()) {
        const { items, at: storedAt = null } = cursor.value;
        const theirs = items.filter(({ id }) => wanted.has(id));
        leaving.push(...theirs.map((item) => ({ item, storedAt })));
      }
      const isWhole = leaving.length === wanted.size;
      if (isWhole) await noteSending(transaction, leaving, now());
      await transaction.done;
      return isWhole;
    },
    acknowledge: (ids) => remove(database, new Map(ids.map((id) => [id, null])), now()),
    bury: (items) => remove(database, new Map(items.map(({ id, reason }) => [id, reason])), now()),
  };
}

/** Messages in one record. */
const CHUNK = 100;

export async function enqueue(
  transaction: IngestTransaction,
  items: readonly OutboxItem[],
): Promise<void> {
  // What is worked out after a refusal, from what was stored before it, stays here: E18 of docs/spec/events.md.
  const answers = await readMeta(transaction.objectStore("meta"), "consent");
  if (answers?.person?.answer === "refused") return;
  for (let at = 0; at < items.length; at += CHUNK) {
    const record = { at: Date.now(), items: items.slice(at, at + CHUNK) };
    await transaction.objectStore("outbox").add(record);
  }
}

/** Messages that the background itself makes, numbered one after the other. */
export async function enqueueOwn(
  transaction: IngestTransaction,
  messages: readonly ((numbered: { boot: string; seq: number }) => OutboxItem)[],
): Promise<void> {
  if (messages.length === 0) return;
  const meta = transaction.objectStore("meta");
  const device = await readMeta(meta, "device");
  if (!device) throw new Error("the database was opened without a device");
  const { generation: boot, seq } = device;
  await enqueue(
    transaction,
    messages.map((make, at) => make({ boot, seq: seq + at })),
  );
  await writeMeta(meta, "device", { ...device, seq: seq + messages.length });
}

/** Keeps those items of the outbox that pass. */
export async function filterOutbox(
  outbox: IDBPObjectStore<Schema, StoreName[], "outbox", "readwrite">,
  keep: (item: OutboxItem) => boolean,
): Promise<void> {
  let cursor = await outbox.openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    const kept = cursor.value.items.filter(keep);
    if (kept.length === 0) await cursor.delete();
    else if (kept.length < cursor.value.items.length)
      await cursor.update({ ...cursor.value, items: kept });
  }
}

/** Takes items out of the outbox; those with a reason go to the dead letters in the same transaction. */
async function remove(
  database: Store,
  reasons: ReadonlyMap<string, string | null>,
  at: number,
): Promise<void> {
  const transaction = database.transaction(["outbox", "dead", "journal"], "readwrite");
  const open = new Set(reasons.keys());
  let cursor = await transaction.objectStore("outbox").openCursor();
  for (; cursor && open.size > 0; cursor = await cursor.continue()) {
    const { items } = cursor.value;
    const kept = items.filter(({ id }) => !open.has(id));
    if (kept.length === items.length) continue;
    for (const item of items) {
      if (!open.delete(item.id)) continue;
      const reason = reasons.get(item.id) ?? null;
      if (reason !== null) await transaction.objectStore("dead").put({ ...item, reason });
      const answer =
        reason === null ? { is: "accepted" as const, at } : { is: "rejected" as const, at, reason };
      await noteAnswer(transaction, item.id, answer);
    }
    if (kept.length === 0) await cursor.delete();
    else await cursor.update({ ...cursor.value, items: kept });
  }
  await transaction.done;
}

export async function countOutbox(database: Store): Promise<number> {
  const records = await database.getAll("outbox");
  return records.reduce((sum, { items }) => sum + items.length, 0);
}

export async function readSyncState(database: Store): Promise<SyncState> {
  return (await getMeta(database, "sync")) ?? NEW_SYNC_STATE;
}

export function createSyncState(database: Store, owner: string): SyncStateStore {
  return {
    get: () => readSyncState(database),
    async set(state) {
      const { store, done } = database.transaction("meta", "readwrite");
      if (await isConnected(store, owner)) await writeMeta(store, "sync", state);
      await done;
    },
  };
}

async function isConnected(meta: Parameters<typeof readMeta>[0], owner: string): Promise<boolean> {
  const connection = await readMeta(meta, "connection");
  return connection ? ownerOf(connection) === owner : false;
}
