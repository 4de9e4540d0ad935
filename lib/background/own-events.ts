import { uuidv7 } from "uuidv7";
import type { CapturedEvent } from "../model/event.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { type Device, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import type { Platform } from "./platform.ts";

type Distribute<T> = T extends unknown ? Omit<T, "id" | "ts" | "boot" | "seq"> : never;

/** Records something that happened outside every page. It takes the same way as what pages capture. */
export async function capture(
  platform: Platform,
  store: Store,
  happening: Distribute<CapturedEvent>,
): Promise<void> {
  const transaction = store.transaction("meta", "readwrite");
  const device = (await readMeta(transaction.store, "device")) as Device;
  await writeMeta(transaction.store, "device", { ...device, seq: device.seq + 1 });
  await transaction.done;
  const event = {
    ...happening,
    id: uuidv7(),
    ts: platform.now(),
    boot: device.generation,
    seq: device.seq,
  };
  await platform.local.set({ [EVENT_KEY + event.id]: event });
}
