import type { Outbox, OutboxItem, SyncState, SyncStateStore } from "../sync/ports.ts";
import { getMeta, setMeta } from "./meta.ts";
import type { Store } from "./schema.ts";

export const NEW_SYNC_STATE: SyncState = {
  attempts: 0,
  nextAt: 0,
  batch: 200,
  lastSentAt: null,
  error: null,
  sent: 0,
};

/** What waits to be sent, oldest first. Acknowledged by id, never by position. */
export function createOutbox(database: Store): Outbox {
  return {
    async peek({ count, bytes }) {
      const items: OutboxItem[] = [];
      let size = 0;
      let cursor = await database.transaction("outbox").store.openCursor();
      for (; cursor; cursor = await cursor.continue()) {
        for (const item of cursor.value.items) {
          size += new TextEncoder().encode(JSON.stringify(item.message)).length + 1;
          if (items.length > 0 && (items.length >= count || size > bytes)) return items;
          items.push(item);
        }
      }
      return items;
    },
    acknowledge: (ids) => remove(database, new Set(ids), new Map()),
    bury: (items) =>
      remove(
        database,
        new Set(items.map(({ id }) => id)),
        new Map(items.map(({ id, reason }) => [id, reason])),
      ),
  };
}

/** Takes items out of the outbox; those with a reason go to the dead letters in the same transaction. */
async function remove(
  database: Store,
  ids: ReadonlySet<string>,
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  const transaction = database.transaction(["outbox", "dead"], "readwrite");
  const open = new Set(ids);
  let cursor = await transaction.objectStore("outbox").openCursor();
  for (; cursor && open.size > 0; cursor = await cursor.continue()) {
    const { items } = cursor.value;
    const kept = items.filter(({ id }) => !open.has(id));
    if (kept.length === items.length) continue;
    for (const item of items) {
      if (!open.delete(item.id)) continue;
      const reason = reasons.get(item.id);
      if (reason !== undefined) {
        await transaction.objectStore("dead").put({ ...item, reason });
      }
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

export function createSyncState(database: Store): SyncStateStore {
  return {
    get: async () => (await getMeta(database, "sync")) ?? NEW_SYNC_STATE,
    set: (state) => setMeta(database, "sync", state),
  };
}
