import type { TourId } from "../../support/node-red-tours.ts";

/**
 * Targets that an author names after reading the findings of the import: where the tour computed its target by a
 * function, and where nothing tells the tour's own target from others. Step (from 0) → selector.
 */
const MENDED: Partial<Record<TourId, Record<number, string>>> = {
  "welcome-5.0": {
    2: ".red-ui-info-outline .red-ui-searchBox-input",
    6: '.red-ui-sidebar-tab-bar > div button[data-tab-id="explorer"]',
    7: "#user-settings-view-dark-theme",
  },
  "welcome-2.2": { 2: "div:has(> #user-settings-view-store-position)" },
  "welcome-2.1": {
    8: ".node-input-env-container-row .red-ui-editableList-addButton",
    12: ".node-input-rule-property-deepCopy + span",
  },
};

/** The tour's JSON with these targets written in, and where. */
export function mended(
  id: TourId,
  tour: unknown,
): { tour: unknown; mends: Record<number, string> } {
  const mends = MENDED[id] ?? {};
  const { steps, ...rest } = structuredClone(tour) as { steps: { element?: unknown }[] };
  for (const [index, selector] of Object.entries(mends)) {
    const step = steps[Number(index)];
    if (step) step.element = selector;
  }
  return { tour: { ...rest, steps }, mends };
}
