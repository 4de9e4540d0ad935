import { compose, composeSteps } from "../../draft/compose.ts";
import { languagesOf } from "../../draft/languages.ts";
import { insertSteps } from "../../draft/steps.ts";
import type { Drawn } from "../../draft/tidy.ts";
import type { Guide } from "../../model/guide.ts";
import type { AuthoringStore, RecordingRecord } from "../../store/authoring/database.ts";
import { endRecording } from "../../store/authoring/recordings.ts";

interface Finishing {
  /** Epoch ms. */
  now: number;
  locales: readonly string[];
}

/**
 * Ends a recording and makes a draft of it, or puts its steps into the draft that it was made for. Where that is gone
 * from this device, or full, they become a draft of their own: W9.
 */
export async function finishRecording(
  store: AuthoringStore,
  { id, into }: RecordingRecord,
  { now, locales }: Finishing,
): Promise<{ guide: string }> {
  let guide = `how-to-${id.slice(-12)}`;
  await endRecording(store, id, async (steps, transaction) => {
    const drafts = transaction.objectStore("drafts");
    const draft = into && (await drafts.get(into.guide));
    const changed = draft && withSteps(draft.guide, into.after, steps);
    if (draft && changed) {
      guide = draft.id;
      // An editor that has it open sees by this that it is not what it was.
      const changedAt = Math.max(now, draft.changedAt + 1);
      await drafts.put({ ...draft, guide: changed, changedAt });
      return;
    }
    const made = compose(steps, { id: guide, locales });
    await drafts.put({ id: guide, guide: made, base: null, changedAt: now });
  });
  return { guide };
}

/** After that step, or at the end if it is gone; undefined if the guide cannot take them. */
function withSteps(
  guide: Guide,
  after: string | null,
  recorded: readonly Drawn[],
): Guide | undefined {
  const added = composeSteps(recorded, languagesOf(guide));
  const last = guide.steps.at(-1)?.id ?? null;
  for (const place of [after, last]) {
    const edited = insertSteps(guide, added, place);
    if (edited.ok) return edited.guide;
  }
  return undefined;
}
