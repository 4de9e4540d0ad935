import { enqueueSignals } from "./ingest.ts";
import { keptSignals } from "./kept-signals.ts";
import { readMeta } from "./meta.ts";
import type { Store } from "./schema.ts";
import { createSignalBook, type SignalChange } from "./signal-book.ts";
import { changeAll } from "./transaction.ts";

/** When the next thing falls due that time alone decides, epoch ms; null: nothing will. */
export async function nextDue(store: Store): Promise<number | null> {
  const first = await store.transaction("matchers").store.index("due").openKeyCursor();
  return first?.key ?? null;
}

/**
 * Looks again at everything that has fallen due by `now`, in one transaction; null if there was nothing. S15 of
 * docs/spec/sequences.md.
 */
export async function settleDue(
  store: Store,
  { version, now }: { version: string; now: number },
): Promise<SignalChange[] | null> {
  const first = await nextDue(store);
  if (first === null || first > now) return null;
  return changeAll(store, async (transaction) => {
    const bundle = (await transaction.objectStore("bundle").get("current"))?.bundle;
    const device = await readMeta(transaction.objectStore("meta"), "device");
    if (!device) throw new Error("the database was opened without a device");
    const book = createSignalBook(transaction, keptSignals(bundle), device, now);
    const changes = await book.settle();
    await enqueueSignals(transaction, changes, { device: device.id, version });
    return changes;
  });
}
