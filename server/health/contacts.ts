import { DAY_MS } from "../../lib/signal/day.ts";
import type { AccountFacts } from "./facts.ts";

type Touches = Pick<AccountFacts, "touches">;

/** Kinds in which somebody talked with the client. A ticket is about the product, a note is for oneself. */
const CONTACTS = new Set(["call", "meeting", "qbr", "email", "chat"]);
const MEETINGS = new Set(["call", "meeting", "qbr"]);

/** When somebody last talked with the client, epoch ms; null: not that anybody knows. */
export function lastContact({ touches }: Touches, now: number): number | null {
  const times = touches
    .filter(({ kind, state, at }) => CONTACTS.has(kind) && state === "done" && at <= now)
    .map(({ at }) => at);
  return times.length === 0 ? null : Math.max(...times);
}

/** Meetings of the last days that took place, and those to which the client did not come. */
export function recentMeetings(
  { touches }: Touches,
  now: number,
  days: number,
): { held: number; missed: number; lastMissed: number | null } {
  const recent = touches.filter(
    ({ kind, at }) => MEETINGS.has(kind) && at <= now && at > now - days * DAY_MS,
  );
  const missed = recent.filter(({ state }) => state === "missed").map(({ at }) => at);
  return {
    held: recent.filter(({ state }) => state === "done").length,
    missed: missed.length,
    lastMissed: missed.length === 0 ? null : Math.max(...missed),
  };
}
