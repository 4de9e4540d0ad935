import type { AuthoringStore, DraftRecord } from "./database.ts";

export function listDrafts(store: AuthoringStore): Promise<DraftRecord[]> {
  return store.getAll("drafts");
}

export function readDraft(store: AuthoringStore, id: string): Promise<DraftRecord | undefined> {
  return store.get("drafts", id);
}

/**
 * Keeps a draft unless somebody else has changed it since `known`, which is when it was last changed as far as the
 * writer knows; null: it was not there. Answers with what is there instead, or with null if it was kept.
 */
export async function writeDraft(
  store: AuthoringStore,
  draft: DraftRecord,
  known: number | null,
): Promise<DraftRecord | null> {
  const transaction = store.transaction("drafts", "readwrite");
  const there = await transaction.store.get(draft.id);
  const free = there === undefined || there.changedAt === known;
  if (free) await transaction.store.put(draft);
  await transaction.done;
  return free ? null : there;
}

export function removeDraft(store: AuthoringStore, id: string): Promise<void> {
  return store.delete("drafts", id);
}
