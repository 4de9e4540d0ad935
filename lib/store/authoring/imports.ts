import type { Guide } from "../../model/guide.ts";
import type { AuthoringStore, DraftRecord, ImportRecord } from "./database.ts";

/** Imports that are not finished, each with its draft as it is now. */
export async function listImports(
  store: AuthoringStore,
): Promise<{ record: ImportRecord; guide: Guide }[]> {
  const transaction = store.transaction(["drafts", "imports"]);
  const records = await transaction.objectStore("imports").getAll();
  const drafts = records.map(({ id }) => transaction.objectStore("drafts").get(id));
  const found = await Promise.all(drafts);
  return records.flatMap((record, index) => {
    const guide = found[index]?.guide;
    return guide ? [{ record, guide }] : [];
  });
}

export async function draftIds(store: AuthoringStore): Promise<string[]> {
  return store.getAllKeys("drafts");
}

/** Keeps an imported guide as a draft, and what is to be confirmed of it. False: there is a draft of that id already. */
export async function keepImport(
  store: AuthoringStore,
  guide: Guide,
  record: ImportRecord,
): Promise<boolean> {
  const transaction = store.transaction(["drafts", "imports"], "readwrite");
  const drafts = transaction.objectStore("drafts");
  const free = (await drafts.getKey(guide.id)) === undefined;
  if (free) {
    await drafts.put({ id: guide.id, guide, base: null, changedAt: record.importedAt });
    if (record.open.length > 0) await transaction.objectStore("imports").put(record);
  }
  await transaction.done;
  return free;
}

/**
 * The author has decided on the target of a step: `change` puts it into the draft as it is now, which its author may have
 * edited meanwhile; null: into nothing. Answers with what is still to be confirmed, or null after the last.
 */
export async function decideTarget(
  store: AuthoringStore,
  id: string,
  step: string,
  change: ((draft: Guide) => Guide) | null,
  now: number,
): Promise<ImportRecord | null> {
  const transaction = store.transaction(["drafts", "imports"], "readwrite");
  const imports = transaction.objectStore("imports");
  const drafts = transaction.objectStore("drafts");
  const [record, draft] = [await imports.get(id), await drafts.get(id)];
  if (draft && change) await drafts.put(changed(draft, change, now));
  const left = record && {
    ...record,
    open: draft ? record.open.filter((target) => target.step !== step) : [],
  };
  if (left && left.open.length > 0) await imports.put(left);
  else await imports.delete(id);
  await transaction.done;
  return left && left.open.length > 0 ? left : null;
}

/** The author confirms nothing more of it; the draft stays as it is. */
export function endImport(store: AuthoringStore, id: string): Promise<void> {
  return store.delete("imports", id);
}

function changed(draft: DraftRecord, change: (guide: Guide) => Guide, now: number): DraftRecord {
  return { ...draft, guide: change(draft.guide), changedAt: Math.max(now, draft.changedAt + 1) };
}
