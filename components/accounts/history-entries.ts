import type { AccountChange } from "../../lib/model/account-change.ts";
import type { AccountHistory } from "../../lib/model/account-work.ts";

type Item = AccountHistory["items"][number];

/** An entry as it is shown: fields that were changed at one moment by one hand are one. */
export type Entry = Item | { type: "changes"; at: number; changes: readonly AccountChange[] };

/** Neighbours that belong together become one entry. */
export function together(items: readonly Item[]): Entry[] {
  const entries: Entry[] = [];
  for (const item of items) {
    if (item.type !== "change" || item.change.what !== "field") {
      entries.push(item);
      continue;
    }
    const last = entries.at(-1);
    const [first] = last?.type === "changes" ? last.changes : [];
    const { change } = item;
    const isSame =
      first?.at === change.at && first.by === change.by && first.source === change.source;
    if (last?.type === "changes" && isSame) {
      entries[entries.length - 1] = { ...last, changes: [...last.changes, change] };
    } else entries.push({ type: "changes", at: item.at, changes: [change] });
  }
  return entries;
}
