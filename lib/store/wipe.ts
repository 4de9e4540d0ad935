import type { IDBPTransaction } from "idb";
import { ordersFor } from "./erasures.ts";
import { type Device, type MetaKey, readMeta, writeMeta } from "./meta.ts";
import { newDevice } from "./new-device.ts";
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
  "journal",
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
  "forgotten",
  "session",
  "backfill",
];

/**
 * Deletes everything about people from this device: events, counts, signals, runs, what waits to be sent, who is here,
 * what was sent, and the device's own name. Connection, sites and published definitions stay; counts begin at `now`,
 * epoch ms. If anything ever left, the server is to be asked to delete it too.
 */
export async function wipePeople(store: Store, now: number): Promise<void> {
  const device = await newDevice();
  const transaction = store.transaction([...WIPED], "readwrite");
  const meta = transaction.objectStore("meta");
  const before = await readMeta(meta, "device");
  const connection = (await readMeta(meta, "connection")) ?? (await readMeta(meta, "left"));
  if (before && connection && (await transaction.objectStore("journal").count()) > 0) {
    const identities = (await readMeta(meta, "identities")) ?? {};
    const waiting = (await readMeta(meta, "erasures")) ?? [];
    const orders = ordersFor(connection, before, identities, now);
    await writeMeta(meta, "erasures", [...waiting, ...orders]);
  }
  await meta.delete("erased");
  const tagged = Object.keys((await readMeta(meta, "tagged")) ?? {});
  await clearPeople(transaction, device);
  await writeMeta(meta, "tagged", Object.fromEntries(tagged.map((feature) => [feature, now])));
  await transaction.done;
}

/** `wipePeople` as a part of something larger. */
export async function clearPeople(
  transaction: IDBPTransaction<Schema, StoreName[], "readwrite">,
  device: Device,
): Promise<void> {
  for (const name of WIPED) if (name !== "meta") await transaction.objectStore(name).clear();
  const meta = transaction.objectStore("meta");
  for (const key of WIPED_META) await meta.delete(key);
  await writeMeta(meta, "device", device);
}
