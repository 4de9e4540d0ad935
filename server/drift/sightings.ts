import { merged } from "../query/merged.ts";
import { MISSED_OUTCOMES } from "./outcome.ts";

/** `guide_targets` with the person as known today. `$1` is the workspace. */
export const SIGHTINGS = merged("guide_targets");

/** Whether the search of a row ended without showing the person where to look. */
export const MISSED = `outcome IN (${MISSED_OUTCOMES.map((outcome) => `'${outcome}'`).join(", ")})`;

/** What of a person's sightings comes last; of two at one moment the one that found something. */
export const LAST_FIRST = `unknown, who, last_at DESC, ${MISSED}`;
