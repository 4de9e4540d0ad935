import type { Guide } from "../model/guide.ts";
import type { Facts } from "./facts.ts";
import { MISS_LIMIT } from "./limits.ts";
import { line, type TraceLine } from "./trace.ts";

/** Whether the workspace has paused the guide, because its targets are missing for many people: D25. */
export function checkPaused(guide: Guide, { paused }: Facts): TraceLine {
  const since = paused?.get(guide.id) ?? null;
  return line("paused", since === null, { since });
}

/** Whether its targets were missing for this person in every one of the last visits: D26. */
export function checkTarget(guide: Guide, { runs }: Facts): TraceLine {
  const missed = runs.get(guide.id)?.misses ?? 0;
  return line("target", missed < MISS_LIMIT, { missed, limit: MISS_LIMIT });
}
