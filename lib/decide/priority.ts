import type { Guide } from "../model/guide.ts";

/** Which of several guides that are due goes first: D29 of docs/spec/decisions.md. A bundle has them by their ids. */
export function byPriority(a: Guide, b: Guide): number {
  return (b.priority ?? 0) - (a.priority ?? 0);
}
