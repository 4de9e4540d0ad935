import type { GuideTargets } from "../../lib/model/query.ts";

type Step = GuideTargets["steps"][number];
export type Counts = Pick<Step, "found" | "likely" | "missing">;

export const peopleOf = ({ found, likely, missing }: Counts): number => found + likely + missing;

/** Part of the people who were shown where to look, 0 to 1; null when nobody looked. */
export function seenShare(counts: Counts): number | null {
  const people = peopleOf(counts);
  return people === 0 ? null : (counts.found + counts.likely) / people;
}

/** From this share of misses on, the author is told to look, long before a guide is paused for it (R32). */
const WORRYING = 0.1;
/** So many people are more than an accident. */
const ENOUGH = 5;

export function isDrifting(counts: Counts): boolean {
  return peopleOf(counts) >= ENOUGH && counts.missing / peopleOf(counts) >= WORRYING;
}

/** The course of the share over the days on which anybody looked; a single day is no course. */
export function trendOf({ perDay }: Step): number[] {
  const shares = perDay.map(seenShare).filter((share) => share !== null);
  return shares.length > 1 ? shares : [];
}
