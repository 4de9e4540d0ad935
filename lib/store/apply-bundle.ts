import type { Bundle } from "../model/bundle.ts";
import { enqueueSignals } from "./ingest.ts";
import { readMeta } from "./meta.ts";
import type { Store } from "./schema.ts";
import { createSignalBook, type SignalChange } from "./signal-book.ts";
import { changeAll } from "./transaction.ts";

/** Puts a new bundle in force; signals whose definitions changed are recomputed from all stored events. */
export async function applyBundle(
  store: Store,
  { bundle, etag }: { bundle: Bundle; etag: string | null },
  { version, now }: { version: string; now: number },
): Promise<SignalChange[]> {
  return changeAll(store, async (transaction) => {
    const before = (await transaction.objectStore("bundle").get("current"))?.bundle;
    await transaction.objectStore("bundle").put({ id: "current", bundle, etag, fetchedAt: now });
    const device = await readMeta(transaction.objectStore("meta"), "device");
    if (!device) throw new Error("the database was opened without a device");
    if (sameVersions(before?.signals, bundle.signals)) return [];
    const book = createSignalBook(transaction, bundle.signals, device, now);
    const changes = await book.rebuild();
    await enqueueSignals(transaction, changes, device, { device: device.id, version });
    return changes;
  });
}

function sameVersions(before: Bundle["signals"] | undefined, after: Bundle["signals"]): boolean {
  const versions = (signals: Bundle["signals"] = []) =>
    signals
      .map(({ version, body }) => `${body.id}@${version}`)
      .sort()
      .join();
  return versions(before) === versions(after);
}
