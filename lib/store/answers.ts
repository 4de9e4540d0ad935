import { enqueueSignals } from "./ingest.ts";
import { keptSignals } from "./kept-signals.ts";
import { getMeta, readMeta, writeMeta } from "./meta.ts";
import type { Store } from "./schema.ts";
import { createSignalBook } from "./signal-book.ts";
import { changeAll } from "./transaction.ts";

/**
 * Makes sure that everything the bundle in force asks about history has an answer: of an earlier version of the extension
 * there may be none. Reads all events then; otherwise nothing is done.
 */
export async function ensureAnswers(
  store: Store,
  { version, now }: { version: string; now: number },
): Promise<void> {
  const current = (await store.get("bundle", "current"))?.bundle;
  if (!current || (await getMeta(store, "answered")) === current.revision) return;
  await changeAll(store, async (transaction) => {
    const meta = transaction.objectStore("meta");
    const bundle = (await transaction.objectStore("bundle").get("current"))?.bundle;
    const device = await readMeta(meta, "device");
    if (!bundle || !device || (await readMeta(meta, "answered")) === bundle.revision) return;
    const book = createSignalBook(transaction, keptSignals(bundle), device, now);
    await enqueueSignals(transaction, await book.rebuild(), { device: device.id, version });
    await writeMeta(meta, "answered", bundle.revision);
  });
}
