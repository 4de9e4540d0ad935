import { durationMs } from "../model/duration.ts";
import type { Guide } from "../model/guide.ts";

/** Where a run goes on whose last sign was at `updatedAt` (epoch ms): at its step, at the first, or not by itself. */
export function goesOnAt(
  { resume }: Pick<Guide, "resume">,
  updatedAt: number,
  now: number,
): "step" | "start" | "never" {
  const { at = "step", within } = resume ?? {};
  return within !== undefined && now - updatedAt > durationMs(within) ? "never" : at;
}
