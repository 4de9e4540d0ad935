import type { ChurnRules } from "../../lib/model/health.ts";
import { DAY_MS } from "../../lib/signal/day.ts";
import { readDrop } from "../../lib/signal/kinds/drop.ts";
import type { AccountFacts, HealthWorld } from "./facts.ts";

/** The last whole week of an account against its own usual week. */
export interface Usual {
  /** null: not enough is known to tell. */
  level: "none" | "medium" | "high" | null;
  /** Uses of a usual week. */
  baseline: number | null;
  current: number | null;
  /** Of whole weeks, the newest last, at most twelve. */
  weeks: number[];
  /** Since when it is so, epoch ms. */
  since: number | null;
}

/** An account with fewer people has no habits of its own, but those of one person. */
const LEAST_USERS = 2;

/**
 * V21 of docs/spec/signals.md, of an account: all uses by all its people together, from its own history. With fewer
 * than two people known nothing is said.
 */
export function usualWeek(
  { days, users }: Pick<AccountFacts, "days" | "users">,
  { now }: Pick<HealthWorld, "now">,
  thresholds: ChurnRules["drop"],
): Usual {
  const byDay = new Map<number, number>();
  for (const { day, uses } of days) byDay.set(day, (byDay.get(day) ?? 0) + uses);
  const { value, since, detail } = readDrop(
    { id: "usage", name: "usage", kind: "drop", ...thresholds },
    {
      now,
      features: [],
      plan: null,
      days: [...byDay].map(([day, count]) => ({
        feature: "any",
        day,
        count,
        first: day * DAY_MS,
        last: day * DAY_MS,
      })),
    },
  );
  const isTold = users >= LEAST_USERS;
  return {
    level: isTold ? (value as Usual["level"]) : null,
    baseline: detail.baseline as number | null,
    current: detail.current as number | null,
    weeks: detail.weeks as number[],
    since: isTold ? since : null,
  };
}
