import { enqueueSignals, followTime } from "./follow.ts";
import { readMeta } from "./meta.ts";
import type { Store } from "./schema.ts";
import type { SignalChange } from "./signal-values.ts";
import { changeAll } from "./transaction.ts";

/** When the next thing falls due that time alone decides, epoch ms; null: nothing will. */
export async function nextDue(store: Store): Promise<number | null> {
  const transaction = store.transaction(["matchers", "signals"]);
  const cursors = await Promise.all([
    transaction.objectStore("matchers").index("due").openKeyCursor(),
    transaction.objectStore("signals").index("due").openKeyCursor(),
  ]);
  const times = cursors.flatMap((cursor) => (cursor ? [cursor.key] : []));
  return times.length > 0 ? Math.min(...times) : null;
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
    const changes = await followTime(transaction, { bundle, device, now });
    await enqueueSignals(transaction, changes, { device: device.id, version });
    return changes;
  });
}
