import type { View } from "../../lib/tour/view.ts";
import type { Labels } from "./labels.ts";

/** What the card itself has to say about the target, if anything. */
export function asideOf({ mode, note }: View, labels: Labels): string | undefined {
  if (note?.type === "choose") return labels.choose(note.count);
  if (note?.type === "several") return labels.several(note.count);
  if (note) return labels.obstacles[note.type];
  if (mode === "waiting") return labels.waiting;
  return mode === "asking" ? labels.isThisIt : undefined;
}
