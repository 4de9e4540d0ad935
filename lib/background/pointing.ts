import type { Guide } from "../model/guide.ts";
import type { Claim } from "../store/meta.ts";

/** Who asked for something to be pointed at waits for it in the next pages of the tab for this long. */
const PATIENCE_MS = 10 * 60_000;

/** Whether a page that is loaded now shall still point at what was asked for. */
export function isAwaited({ at }: Claim, now: number): boolean {
  // By either sign: the clock may have been put back since.
  return Math.abs(now - at) <= PATIENCE_MS;
}

/** What a page is given of a guide: of a how-to, which is read in the side panel, the one step it shall point at. */
export function forPage(guide: Guide, claim: Claim, now: number): Guide {
  if (guide.kind !== "how-to") return guide;
  const { point } = claim;
  const isStep = ({ id }: Guide["steps"][number]) => id === point?.step;
  return { ...guide, steps: isAwaited(claim, now) ? guide.steps.filter(isStep) : [] };
}
