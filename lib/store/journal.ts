import type { IDBPTransaction } from "idb";
import type { OutboxItem } from "../sync/ports.ts";
import type { Schema, Store, StoreName } from "./schema.ts";

/** A message that left this device, as it was sent, or is about to. */
export interface JournalRecord extends OutboxItem {
  /** When it was put into the outbox, epoch ms; of messages of an earlier version of the extension nothing is known. */
  storedAt: number | null;
  /** The last time it was given to the network, and how often it was. */
  sentAt: number;
  tries: number;
  /** What the server said of it; null: nothing yet. */
  answer: { is: "accepted" | "rejected"; at: number; reason?: string } | null;
}

/** The newest are kept. */
const KEPT = 1_000;

type Writing = IDBPTransaction<Schema, StoreName[], "readwrite">;

/** Notes before each try what is given to the network, so that nothing leaves unnoted whatever happens next. */
export async function noteSending(
  transaction: Writing,
  items: readonly { item: OutboxItem; storedAt: number | null }[],
  at: number,
): Promise<void> {
  const journal = transaction.objectStore("journal");
  for (const { item, storedAt } of items) {
    const before = await journal.get(item.id);
    const tries = (before?.tries ?? 0) + 1;
    await journal.put({ ...item, storedAt, sentAt: at, tries, answer: null });
  }
  let tooMany = (await journal.count()) - KEPT;
  let cursor = tooMany > 0 ? await journal.index("sent").openCursor() : null;
  for (; cursor && tooMany > 0; cursor = await cursor.continue()) {
    await cursor.delete();
    tooMany -= 1;
  }
}

export async function noteAnswer(
  transaction: Writing,
  id: string,
  answer: NonNullable<JournalRecord["answer"]>,
): Promise<void> {
  const journal = transaction.objectStore("journal");
  const before = await journal.get(id);
  if (before) await journal.put({ ...before, answer });
}

/** Those that were sent last, before this one where one is named. */
export async function readJournal(
  store: Store,
  { before, limit }: { before?: { sentAt: number; id: string } | undefined; limit: number },
): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  const index = store.transaction("journal").store.index("sent");
  const range = before ? IDBKeyRange.upperBound([before.sentAt, before.id], true) : null;
  let cursor = await index.openCursor(range, "prev");
  for (; cursor && records.length < limit; cursor = await cursor.continue()) {
    records.push(cursor.value);
  }
  return records;
}
