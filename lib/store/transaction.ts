import type { IDBPTransaction } from "idb";
import type { Schema, Store } from "./schema.ts";

/** The stores that change with the events of a device. */
const INGEST_STORES = [
  "meta",
  "bundle",
  "chunks",
  "daily",
  "matchers",
  "signals",
  "upcoming",
  "runs",
  "showings",
  "exposures",
  "outbox",
] as const;
export type IngestTransaction = IDBPTransaction<
  Schema,
  (typeof INGEST_STORES)[number][],
  "readwrite"
>;

/**
 * One transaction over all that follows from events. When `work` throws nothing of it is kept: a transaction that is
 * merely left alone commits what had been asked of it so far.
 */
export async function changeAll<T>(
  store: Store,
  work: (transaction: IngestTransaction) => Promise<T>,
): Promise<T> {
  const transaction: IngestTransaction = store.transaction([...INGEST_STORES], "readwrite");
  const done = transaction.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  let result: T;
  try {
    result = await work(transaction);
  } catch (error) {
    abort(transaction);
    await done;
    throw error;
  }
  const failure = await done;
  if (failure) throw failure.error;
  return result;
}

/** A failed request, such as one beyond the quota, has ended the transaction already. */
function abort(transaction: IngestTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if ((error as Error).name !== "InvalidStateError") throw error;
  }
}
