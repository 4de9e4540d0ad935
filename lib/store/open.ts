import { openStore } from "./database.ts";
import { type Device, getMeta, readMeta, writeMeta } from "./meta.ts";
import { newDevice } from "./new-device.ts";
import type { Store } from "./schema.ts";

/** Opens the database and makes sure that the device has an identity in it. */
export async function openDevice(name?: string): Promise<{ store: Store; device: Device }> {
  const store = await openStore(name);
  const known = await getMeta(store, "device");
  if (known) return { store, device: known };
  const made = await newDevice();
  const transaction = store.transaction("meta", "readwrite");
  const other = await readMeta(transaction.store, "device");
  if (!other) await writeMeta(transaction.store, "device", made);
  await transaction.done;
  return { store, device: other ?? made };
}
