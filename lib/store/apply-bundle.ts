import type { Bundle } from "../model/bundle.ts";
import type { Kept } from "../signal/kept.ts";
import { enqueueSignals } from "./ingest.ts";
import { keptSignals } from "./kept-signals.ts";
import { readMeta, writeMeta } from "./meta.ts";
import type { Store } from "./schema.ts";
import { createSignalBook, type SignalChange } from "./signal-book.ts";
import { changeAll, type IngestTransaction } from "./transaction.ts";

/**
 * Puts a new bundle in force; signals whose definitions changed are recomputed from all stored events. Null, and nothing
 * done, when its workspace is not connected any more or what is in force is newer: it was fetched before that changed.
 */
export async function applyBundle(
  store: Store,
  { bundle, etag }: { bundle: Bundle; etag: string | null },
  { version, now }: { version: string; now: number },
): Promise<SignalChange[] | null> {
  return changeAll(store, async (transaction) => {
    const connection = await readMeta(transaction.objectStore("meta"), "connection");
    if (connection?.workspace !== bundle.workspace) return null;
    const before = (await transaction.objectStore("bundle").get("current"))?.bundle;
    if (before && before.revision > bundle.revision) return null;
    await transaction.objectStore("bundle").put({ id: "current", bundle, etag, fetchedAt: now });
    await noteTags(transaction, bundle, now);
    const device = await readMeta(transaction.objectStore("meta"), "device");
    if (!device) throw new Error("the database was opened without a device");
    await writeMeta(transaction.objectStore("meta"), "answered", bundle.revision);
    const kept = keptSignals(bundle);
    if (sameVersions(keptSignals(before), kept)) return [];
    const book = createSignalBook(transaction, kept, device, now);
    const changes = await book.rebuild();
    await enqueueSignals(transaction, changes, { device: device.id, version });
    return changes;
  });
}

/** Features that came just now are counted from now on, also those that were here once before. E23 of docs/spec/events.md. */
async function noteTags(
  transaction: IngestTransaction,
  { features }: Bundle,
  now: number,
): Promise<void> {
  const meta = transaction.objectStore("meta");
  const before = (await readMeta(meta, "tagged")) ?? {};
  const tagged = features.map(({ body }) => [body.id, before[body.id] ?? now] as const);
  await writeMeta(meta, "tagged", Object.fromEntries(tagged));
}

/** The server says that this revision is still the newest. */
export async function confirmBundle(store: Store, revision: number, now: number): Promise<void> {
  const transaction = store.transaction("bundle", "readwrite");
  const current = await transaction.store.get("current");
  if (current?.bundle.revision === revision) {
    await transaction.store.put({ ...current, fetchedAt: now });
  }
  await transaction.done;
}

function sameVersions(before: readonly Kept[], after: readonly Kept[]): boolean {
  const versions = (signals: readonly Kept[]) =>
    signals
      .map(({ version, body }) => `${body.id}@${version}`)
      .sort()
      .join();
  return versions(before) === versions(after);
}
