import type { IDBPTransaction } from "idb";
import { uuidv7 } from "uuidv7";
import { type MetaKey, readMeta, writeMeta } from "./meta.ts";
import type { Schema, Store, StoreName } from "./schema.ts";

/** Stores that hold something about people. */
export const WIPED: readonly StoreName[] = [
  "meta",
  "chunks",
  "daily",
  "matchers",
  "signals",
  "upcoming",
  "runs",
  "showings",
  "exposures",
  "outbox",
  "dead",
];

const WIPED_META: readonly MetaKey[] = [
  "identities",
  "accounts",
  "sync",
  "problems",
  "unreadable",
  "claim",
  "beside",
  "newcomers",
  "visits",
  "tagged",
  "session",
  "backfill",
];

/**
 * Deletes everything about people from this device: events, counts, signals, runs, what waits to be sent, who is here,
 * and the device's own identity. Connection, sites and published definitions stay; counts begin at `now`, epoch ms.
 */
export async function wipePeople(store: Store, now: number): Promise<void> {
  const transaction = store.transaction([...WIPED], "readwrite");
  const meta = transaction.objectStore("meta");
  const tagged = Object.keys((await readMeta(meta, "tagged")) ?? {});
  await clearPeople(transaction);
  await writeMeta(meta, "tagged", Object.fromEntries(tagged.map((feature) => [feature, now])));
  await transaction.done;
}

/** `wipePeople` as a part of something larger. */
export async function clearPeople(
  transaction: IDBPTransaction<Schema, StoreName[], "readwrite">,
): Promise<void> {
  for (const name of WIPED) if (name !== "meta") await transaction.objectStore(name).clear();
  const meta = transaction.objectStore("meta");
  for (const key of WIPED_META) await meta.delete(key);
  await writeMeta(meta, "device", { id: uuidv7(), generation: uuidv7(), seq: 0 });
}
