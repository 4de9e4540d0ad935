import type { Retention } from "../../model/signal.ts";
import { DAY_MS, firstUses, least } from "../day.ts";
import type { Reading, World } from "../world.ts";

/** Periods that `detail.periods` tells of: the first ones. */
const TOLD = 256;

/**
 * In how many of the periods since the first use anything was used, as a part of all that are over. Rolling: a period is
 * 24 h, or 7 times 24 h, from the very moment of the first use; no calendar has a say. V20 of docs/spec/signals.md.
 *
 * A UTC day has at most one border of periods within it, so the first and last use of each day say exactly in which
 * periods somebody was active.
 */
export function readRetention({ period }: Retention, { now, days }: World): Reading {
  const length = period === "day" ? DAY_MS : 7 * DAY_MS;
  const past = days.filter(({ first }) => first <= now);
  if (past.length === 0) {
    const detail = { firstAt: null, periods: "" };
    return { value: null, since: null, evidence: [], detail, due: null };
  }
  const firstAt = least(past.map(({ first }) => first));
  const over = Math.floor((now - firstAt) / length);
  const active = new Set(
    past.flatMap(({ first, last }) =>
      [first, last].map((at) => Math.floor((at - firstAt) / length)),
    ),
  );
  const shares: number[] = [];
  let were = 0;
  for (let at = 0; at < over; at++) {
    if (active.has(at)) were++;
    shares.push(were / (at + 1));
  }
  const value = shares.at(-1) ?? null;
  const differs = shares.findLastIndex((share) => share !== value);
  const periods = Array.from({ length: Math.min(over, TOLD) }, (_, at) => (active.has(at) ? 1 : 0));
  return {
    value,
    since: value === null ? null : firstAt + (differs + 2) * length,
    evidence: firstUses(past),
    detail: { firstAt, periods: periods.join("") },
    due: firstAt + (over + 1) * length,
  };
}
