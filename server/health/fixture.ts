import { DEFAULT_JOURNEY } from "../../lib/model/journey.ts";
import type { AccountFacts, HealthWorld } from "./facts.ts";

/** Wednesday, a little after noon. */
export const NOW = Date.parse("2026-11-18T12:30:00Z");
export const TODAY = Math.floor(NOW / 86_400_000);

export function daysAgo(days: number): number {
  return NOW - days * 86_400_000;
}

export function calendarDaysAgo(days: number): string {
  return new Date(daysAgo(days)).toISOString().slice(0, 10);
}

/** An account of which little is known but that it is seen in the app. */
export function factsWith(changes: Partial<AccountFacts> = {}): AccountFacts {
  return {
    plan: "basic",
    touchModel: null,
    stage: null,
    stageSince: null,
    seats: 10,
    renewal: null,
    champions: [],
    goals: [],
    attributes: new Map(),
    firstSeen: daysAgo(300),
    users: 8,
    activeUsers: 3,
    days: [],
    signals: new Map(),
    touches: [],
    ...changes,
  };
}

export const WORLD: HealthWorld = {
  now: NOW,
  features: [
    { id: "reports", group: "core" },
    { id: "exports", group: "core" },
    { id: "forecasts", group: "more", plans: ["pro"] },
  ],
  stages: new Map(DEFAULT_JOURNEY.stages.map(({ id, expectedDays }) => [id, expectedDays])),
};

/** Uses on the Mondays of whole weeks, the newest week last. */
export function weeks(...uses: number[]): AccountFacts["days"] {
  const lastMonday = TODAY - 2 - 7;
  return uses.map((count, at) => ({
    day: lastMonday - 7 * (uses.length - 1 - at),
    feature: "reports",
    uses: count,
  }));
}
