import type { Guide, Step } from "../model/guide.ts";
import type { Placement } from "../model/placement.ts";

/** Where the card of a step stands. */
export interface Standing {
  /** Beside its target. */
  beside: Placement;
  /** In the window, while it points at nothing; undefined: where cards of its kind do. */
  window: Exclude<Placement, "auto"> | undefined;
  /** Px from either; undefined: as usual. */
  offset: number | undefined;
}

/** Kinds that are out of the way when nobody says where they stand. */
const HOME: Partial<Record<Guide["kind"], Standing["window"]>> = {
  banner: "top",
  survey: "bottom-end",
  checklist: "bottom-end",
};

export function standingOf(guide: Guide, step: Step | undefined): Standing {
  const wanted = step?.placement ?? guide.placement ?? "auto";
  // Beside what is not there it would mean something else.
  const free = step?.anchor === undefined && guide.kind !== "modal" && wanted !== "auto";
  return {
    beside: wanted,
    window: free ? wanted : HOME[guide.kind],
    offset: step?.offset ?? guide.offset,
  };
}
