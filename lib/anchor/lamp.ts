import type { Rarity, RowIntent } from "../model/anchor.ts";
import { GATE } from "./weights.ts";

/** How surely an element will be found again, for its author. */
export type Lamp = "green" | "amber" | "red";

/** A lead from which small changes of a page do no harm. */
const AMPLE = 0.2;

/**
 * Green: it stands out. Amber: it is found, but something in the page is nearly like it. Red: in this very page it
 * cannot be told apart; another element, a test id or a text of its own would help.
 */
export function lampOf({ margin, shared }: Rarity, row?: RowIntent): Lamp {
  if (margin < GATE.margin) return "red";
  const counts = Object.values(shared);
  const own = counts.length > 0 && counts.some((count) => count <= 1);
  // Where a row is meant, what its element shares with the other rows says nothing.
  const alone = own || row !== undefined;
  return margin >= AMPLE && alone ? "green" : "amber";
}
