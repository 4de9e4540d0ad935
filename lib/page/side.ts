import type { Placement } from "../model/placement.ts";
import type { Side } from "./position.ts";

/** A placement as it is on this screen. */
export interface Spot {
  side: Side;
  /** Along the side: -1 its left or upper end, 0 the middle, 1 its right or lower end. */
  align: -1 | 0 | 1;
}

/** `start` and `end` are left and right, or right and left in a page that is written so. */
export function spotOf(placement: Exclude<Placement, "auto">, rightToLeft: boolean): Spot {
  const [name, end] = placement.split("-");
  const vertical = name === "top" || name === "bottom";
  const logical = name === "start" || name === "end";
  const side = logical ? ((name === "start") === rightToLeft ? "right" : "left") : (name as Side);
  const forward = end === "end" ? 1 : -1;
  const align = end === undefined ? 0 : vertical && rightToLeft ? (-forward as 1 | -1) : forward;
  return { side, align };
}
