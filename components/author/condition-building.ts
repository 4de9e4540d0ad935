import type { LeafType } from "../../lib/draft/condition-form.ts";
import type { Path, Placed } from "../../lib/draft/condition-tree.ts";
import type { Condition } from "../../lib/model/condition.ts";

/** What the parts of a builder share. */
export interface Building {
  types: readonly LeafType[];
  result: boolean;
  /** The whole. */
  root: Condition;
  required: boolean;
  /** The part whose fields or tools are open; null: none. */
  open: string | null;
  toggle(path: Path): void;
  change(root: Condition): void;
  /** Also goes there, to the tool that did it. */
  place(placed: Placed | null, tool?: string): void;
  remove(path: Path): void;
  add(path: Path, type: LeafType): void;
}

/** Names a place in the markup. */
export function keyOf(path: Path): string {
  return `at-${path.join("-")}`;
}
