import { SEEN } from "../../lib/model/target.ts";
import { merged } from "../query/merged.ts";

/** `guide_targets` with the person as known today. `$1` is the workspace. */
export const SIGHTINGS = merged("guide_targets");

/** Whether a search of these rows ended without showing the person where to look. */
export const MISSED = `outcome NOT IN (${SEEN.map((outcome) => `'${outcome}'`).join(", ")})`;

/** What of a person's sightings comes last; of two at one moment the one that found something. */
export const LAST_FIRST = `unknown, who, last_at DESC, ${MISSED}`;
