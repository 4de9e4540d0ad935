import { compose, composeSteps } from "../../draft/compose.ts";
import { insertSteps } from "../../draft/insert-steps.ts";
import type { AuthoringStore, RecordingRecord } from "../../store/authoring/database.ts";
import { endRecording } from "../../store/authoring/recordings.ts";

interface Finishing {
  /** Epoch ms. */
  now: number;
  locales: readonly string[];
  /** What its author calls the new guide. */
  name?: string;
}

/** Ends a recording and makes a draft of it, or puts its steps into the draft that it was made for, if that is still there. */
export async function finishRecording(
  store: AuthoringStore,
  { id, into }: RecordingRecord,
  { now, locales, name }: Finishing,
): Promise<{ guide: string }> {
  let guide = `how-to-${id.slice(-12)}`;
  await endRecording(store, id, async (steps, transaction) => {
    const drafts = transaction.objectStore("drafts");
    const draft = into && (await drafts.get(into.guide));
    if (draft) {
      const added = composeSteps(steps, locales);
      guide = draft.id;
      const changed = insertSteps(draft.guide, into.after, added);
      await drafts.put({ ...draft, guide: changed, changedAt: now });
      return;
    }
    const named = name && Object.fromEntries(locales.map((locale) => [locale, name]));
    const made = compose(steps, { id: guide, locales, ...(named && { name: named }) });
    await drafts.put({ id: guide, guide: made, base: null, changedAt: now });
  });
  return { guide };
}
