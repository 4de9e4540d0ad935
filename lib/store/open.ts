import { uuidv7 } from "uuidv7";
import { openStore } from "./database.ts";
import { type Device, readMeta, writeMeta } from "./meta.ts";
import type { Store } from "./schema.ts";

/** Opens the database and makes sure that the device has an identity in it. */
export async function openDevice(name?: string): Promise<{ store: Store; device: Device }> {
  const store = await openStore(name);
  const transaction = store.transaction("meta", "readwrite");
  let device = await readMeta(transaction.store, "device");
  if (!device) {
    device = { id: uuidv7(), generation: uuidv7(), seq: 0 };
    await writeMeta(transaction.store, "device", device);
  }
  await transaction.done;
  return { store, device };
}
