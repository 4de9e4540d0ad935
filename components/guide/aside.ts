import type { Labels } from "../../lib/tour/labels.ts";
import type { View } from "../../lib/tour/view.ts";
import { say } from "./say.ts";

/** What the card itself has to say about the target, if anything. */
export function asideOf({ mode, note }: View, labels: Labels): string | undefined {
  if (note?.type === "choose") return say(labels.choose, note);
  if (note?.type === "several") return say(labels.several, note);
  if (note) return labels.obstacles[note.type];
  if (mode === "waiting") return labels.waiting;
  return mode === "asking" ? labels.isThisIt : undefined;
}
