import * as z from "zod/mini";

/** Sides of an element or of the window; `start` and `end` follow the direction of the page. */
const SIDES = ["top", "right", "bottom", "left", "start", "end"] as const;

type Side = (typeof SIDES)[number];
export type Placement = "auto" | Side | `${Side}-${"start" | "end"}`;

/**
 * The side where a card stands: of what its step points at, else of the window. Aligned with the middle, or with the
 * start or end of that side; in the window these are its corners.
 */
export const Placement: z.ZodMiniType<Placement> = z.enum<Placement[]>([
  "auto",
  ...SIDES,
  ...SIDES.flatMap((side) => [`${side}-start`, `${side}-end`] as const),
]);

/** Px between the card and what it stands beside. */
export const Offset = z.int().check(z.minimum(0), z.maximum(200));
