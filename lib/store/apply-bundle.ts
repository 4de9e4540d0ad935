import type { Bundle } from "../model/bundle.ts";
import { beginBackfill, lookThrough, newIds } from "./coming-bundle.ts";
import { enqueueSignals } from "./follow.ts";
import { bringIntoForce } from "./into-force.ts";
import { readMeta } from "./meta.ts";
import { ownerOf } from "./owner.ts";
import type { Store } from "./schema.ts";
import type { SignalChange } from "./signal-values.ts";
import { changeAll, type IngestTransaction } from "./transaction.ts";

interface Context {
  version: string;
  now: number;
  /** Some more of the history was looked through. */
  onProgress?: () => void;
}

/**
 * Brings a new bundle into force once what it asks about history is worked out from the stored events, some at a time; until
 * then the one before stays in force. Null, and nothing done, when its workspace is not connected any more or what is in
 * force is newer: it was fetched before that changed. V26 of docs/spec/signals.md, ADR 24.
 */
export async function applyBundle(
  store: Store,
  { bundle, etag }: { bundle: Bundle; etag: string | null },
  context: Context,
): Promise<SignalChange[] | null> {
  const isAccepted = await changeAll(store, async (transaction) => {
    const bundles = transaction.objectStore("bundle");
    const before = (await bundles.get("current"))?.bundle;
    const next = (await bundles.get("next"))?.bundle;
    if (!(await isWanted(transaction, bundle))) return false;
    const isOld = [before, next].some((one) => one && one.revision > bundle.revision);
    if (isOld) return false;
    await bundles.put({ id: "next", bundle, etag, fetchedAt: context.now });
    // Where it was left the last time, it goes on.
    if (next?.revision !== bundle.revision)
      await beginBackfill(transaction, newIds(bundle, before));
    return true;
  });
  return isAccepted ? ((await finishBundle(store, context)) ?? []) : null;
}

/**
 * Goes on with a bundle that is not in force yet, as when the worker ended meanwhile. What is to be told once it is in
 * force; null if there is none.
 */
export async function finishBundle(store: Store, context: Context): Promise<SignalChange[] | null> {
  for (;;) {
    const step = await changeAll(store, (transaction) => goOn(transaction, context));
    if (step !== "more") return step;
    context.onProgress?.();
  }
}

/** Looks through some more of the history, or brings the bundle into force when there is no more. */
async function goOn(
  transaction: IngestTransaction,
  { version, now }: Context,
): Promise<SignalChange[] | null | "more"> {
  const meta = transaction.objectStore("meta");
  const next = await transaction.objectStore("bundle").get("next");
  if (!next) return null;
  if (!(await isWanted(transaction, next.bundle))) {
    await transaction.objectStore("bundle").delete("next");
    return null;
  }
  const device = await readMeta(meta, "device");
  if (!device) throw new Error("the database was opened without a device");
  const backfill = await readMeta(meta, "backfill");
  if (!backfill) {
    // What people did was deleted meanwhile.
    await beginBackfill(transaction, newIds(next.bundle, undefined));
    return "more";
  }
  if (!(await lookThrough(transaction, next.bundle, backfill, device))) return "more";
  const changes = await bringIntoForce(transaction, next, backfill, { device, now });
  await enqueueSignals(transaction, changes, { device: device.id, version });
  return changes;
}

async function isWanted(transaction: IngestTransaction, bundle: Bundle): Promise<boolean> {
  const connection = await readMeta(transaction.objectStore("meta"), "connection");
  return connection ? ownerOf(connection) === ownerOf(bundle) : false;
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
