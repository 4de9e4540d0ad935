import type { Watched } from "../statistics/kaplan-meier.ts";
import { addDays, daysBetween } from "./calendar.ts";

/** The stage by which somebody leaves: being there is no success, whatever its place in the journey. */
export const WAY_OUT = "offboarding";

export interface Journeyed {
  account: string;
  /** First day as a customer. */
  began: string;
  churnedOn: string | null;
  /** From each day on, oldest first. */
  stages: readonly { since: string; stage: string | null }[];
}

/** N12: the day on which an account first was at one of `stages`; null: not yet. */
export function reachedOn(
  { stages, began }: Journeyed,
  wanted: ReadonlySet<string>,
): string | null {
  const first = stages.find(({ stage }) => stage !== null && wanted.has(stage));
  if (!first) return null;
  return first.since < began ? began : first.since;
}

/** N12: the stage at `index` of the journey and those after it, without the way out. */
export function stagesFrom(journey: readonly string[], index: number): Set<string> {
  return new Set(journey.slice(index).filter((stage) => stage !== WAY_OUT));
}

/**
 * N13: how long each account took, in days, or has been under way. Whoever left before never arrives: they stay among those
 * who might have until today, so that the share is one of all who began.
 */
export function waits(
  accounts: readonly Journeyed[],
  wanted: ReadonlySet<string>,
  today: string,
): Watched[] {
  return accounts.flatMap((one) => {
    if (one.began > today) return [];
    const reached = reachedOn(one, wanted);
    const happened = reached !== null && reached <= today;
    return [{ time: daysBetween(one.began, happened ? reached : today), happened }];
  });
}

/** N14: of those who began long enough ago, how many arrived in time. */
export function conversion(
  accounts: readonly Journeyed[],
  wanted: ReadonlySet<string>,
  { within, today }: { within: number; today: string },
): { of: number; reached: number } {
  const old = accounts.filter(({ began }) => addDays(began, within) < today);
  const inTime = old.filter((one) => {
    const reached = reachedOn(one, wanted);
    return reached !== null && daysBetween(one.began, reached) <= within;
  });
  return { of: old.length, reached: inTime.length };
}
