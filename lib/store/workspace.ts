import { readPolicy } from "./consent.ts";
import { type Connection, getMeta, readMeta, setMeta, writeMeta } from "./meta.ts";
import { newDevice } from "./new-device.ts";
import { ownerOf } from "./owner.ts";
import type { Store, StoreName } from "./schema.ts";
import { clearPeople, WIPED } from "./wipe.ts";

/**
 * The database is one workspace's, or that of its staging: what was captured for one, and what waits to be sent to it, is
 * never shown to another. I7 of docs/spec/events.md.
 */

/** Whether what is stored here belongs to another workspace or environment than this one, connected or not. */
export async function belongsToAnother(
  store: Store,
  of: Parameters<typeof ownerOf>[0],
): Promise<boolean> {
  const owner = await getMeta(store, "owner");
  return owner !== undefined && owner !== ownerOf(of);
}

/** From now on this is the device's workspace; what belongs to another is deleted. */
export async function enterWorkspace(store: Store, connection: Connection): Promise<void> {
  const device = await newDevice();
  const stores: StoreName[] = [...WIPED, "bundle", "assets"];
  const transaction = store.transaction(stores, "readwrite");
  const meta = transaction.objectStore("meta");
  const owner = await readMeta(meta, "owner");
  const before = await readMeta(meta, "connection");
  if (owner !== undefined && owner !== ownerOf(connection)) {
    await clearPeople(transaction, device);
    await meta.delete("consentPolicy");
    await transaction.objectStore("bundle").clear();
    await transaction.objectStore("assets").clear();
  }
  if (before?.server !== connection.server) await meta.delete("consoleToken");
  await meta.delete("pull");
  await writeMeta(meta, "owner", ownerOf(connection));
  await writeMeta(meta, "connection", connection);
  await transaction.done;
}

/** With these keys what comes from the server is checked from now on, if that is still what is connected. */
export async function pinKeys(
  store: Store,
  of: Connection,
  keys: Pick<Connection, "keyId" | "publicKey" | "nextKey">,
): Promise<void> {
  const transaction = store.transaction("meta", "readwrite");
  const now = await readMeta(transaction.store, "connection");
  const isSame = now && ownerOf(now) === ownerOf(of) && now.keyId === of.keyId;
  if (isSame) await writeMeta(transaction.store, "connection", { ...now, ...keys });
  await transaction.done;
}

/** Deletes what a workspace has published here; what people did waits for it to be connected again. */
export async function leaveWorkspace(store: Store): Promise<void> {
  await setMeta(store, "consentPolicy", await readPolicy(store));
  await store.clear("bundle");
  await store.clear("upcoming");
  await store.clear("assets");
  await store.delete("meta", "pull");
  await store.delete("meta", "tagged");
  await store.delete("meta", "accounts");
  const connection = await getMeta(store, "connection");
  if (connection) await setMeta(store, "left", connection);
  await setMeta(store, "connection", null);
  await setMeta(store, "consoleToken", null);
}
