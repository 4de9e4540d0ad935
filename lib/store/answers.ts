import { finishBundle } from "./apply-bundle.ts";
import { beginBackfill, newIds } from "./coming-bundle.ts";
import { readMeta } from "./meta.ts";
import type { Store } from "./schema.ts";
import { changeAll } from "./transaction.ts";

/**
 * Makes sure that everything the bundle in force asks about history has an answer: of an earlier version of the extension
 * there may be none. Looks through all events then; otherwise nothing is done.
 */
export async function ensureAnswers(
  store: Store,
  context: { version: string; now: number },
): Promise<void> {
  const isMissing = await changeAll(store, async (transaction) => {
    const bundles = transaction.objectStore("bundle");
    const current = await bundles.get("current");
    if (!current) return false;
    const answered = await readMeta(transaction.objectStore("meta"), "answered");
    if (answered === current.bundle.revision) return false;
    const coming = (await bundles.get("next")) ?? current;
    await bundles.put({ ...coming, id: "next" });
    await beginBackfill(transaction, newIds(coming.bundle, undefined));
    return true;
  });
  if (isMissing) await finishBundle(store, context);
}
