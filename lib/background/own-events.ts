import { uuidv7 } from "uuidv7";
import type { CapturedEvent } from "../model/event.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { type Device, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { mayKeep } from "./consent.ts";
import type { Platform } from "./platform.ts";

type Distribute<T> = T extends unknown ? Omit<T, "id" | "ts" | "boot" | "seq"> : never;

type Happening = Distribute<CapturedEvent>;

/** Something that happened outside every page, numbered after what did before. */
export async function stamp<T extends Happening>(
  platform: Platform,
  store: Store,
  happening: T,
): Promise<T & { id: string; ts: number; boot: string; seq: number }> {
  const transaction = store.transaction("meta", "readwrite");
  const device = (await readMeta(transaction.store, "device")) as Device;
  await writeMeta(transaction.store, "device", { ...device, seq: device.seq + 1 });
  await transaction.done;
  const { generation: boot, seq } = device;
  return { ...happening, id: uuidv7(), ts: platform.now(), boot, seq };
}

/** Records something that happened outside every page, if that is allowed. It takes the same way as what pages capture. */
export async function capture(
  platform: Platform,
  store: Store,
  happening: Happening,
): Promise<void> {
  if (!(await mayKeep(platform, store, happening.host))) return;
  const event = await stamp(platform, store, happening);
  await platform.local.set({ [EVENT_KEY + event.id]: event });
}
