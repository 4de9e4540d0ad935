import { budgetClassOf } from "../model/budget-class.ts";
import type { Guide } from "../model/guide.ts";
import type { Facts, RunFact } from "./facts.ts";
import { DAY, DEFAULT_LIMITS, RUN_STALE, WEEK } from "./limits.ts";
import { line, type TraceLine } from "./trace.ts";

/** Whether there is attention left for a guide that wants to start by itself: D9 to D15 of docs/spec/decisions.md. */
export function checkBudget(guide: Guide, facts: Facts): TraceLine[] {
  const budget = budgetClassOf(guide);
  if (budget === "ambient") return [checkNewcomer(guide, facts)];
  const present = [checkRunning(facts), line("busy", facts.busy === null, { doing: facts.busy })];
  return budget === "exempt" ? present : [...present, ...checkLedger(facts)];
}

/** A run that gave no sign for long was left behind; so was one of before the clock was put back. */
export function isAlive({ status, updatedAt }: RunFact, now: number): boolean {
  return status === "running" && Math.abs(now - updatedAt) <= RUN_STALE;
}

/** Of the quiet ones, too, only one in a page may be news to the person. */
function checkNewcomer({ id }: Guide, { newcomer, runs }: Facts): TraceLine {
  const isKnown = newcomer === null || newcomer === id || runs.has(id);
  return line("newcomer", isKnown, { guide: newcomer });
}

function checkRunning({ runs, ambient, now }: Facts): TraceLine {
  const running = [...runs].find(([guide, run]) => !ambient.has(guide) && isAlive(run, now));
  return line("running", !running, { guide: running?.[0] ?? null });
}

/** They are the same for every guide, and worked out once. */
const ledgerLines = new WeakMap<Facts, TraceLine[]>();

function checkLedger(facts: Facts): TraceLine[] {
  const known = ledgerLines.get(facts);
  if (known) return known;
  const lines = readLedger(facts);
  ledgerLines.set(facts, lines);
  return lines;
}

function readLedger({ runs, ambient, ledger, sessionStart, now, limits }: Facts): TraceLine[] {
  const { perSession, perDay, perWeek, spacing, coolDown, coolDownMax } = limits ?? DEFAULT_LIMITS;
  const shown = ledger
    // What lies a day ahead was written before the clock was put back.
    .filter(({ at }) => at - now < DAY)
    .toSorted((a, b) => b.at - a.at);
  const times = shown.map(({ at }) => at);

  const signs = [...runs].filter(([guide]) => !ambient.has(guide)).map(([, run]) => run.updatedAt);
  const lastSign = Math.max(0, ...times, ...signs.filter((at) => at - now < DAY));
  const kept = shown.findIndex(({ dismissed }) => !dismissed);
  const dismissals = kept < 0 ? shown.length : kept;
  const rest = dismissals > 0 ? Math.min(coolDownMax, coolDown * 2 ** (dismissals - 1)) : 0;
  const coolUntil = (times[0] ?? 0) + rest;
  const inSession = times.filter((at) => at >= sessionStart).length;

  return [
    line("spacing", now - lastSign >= spacing, { spacing }, lastSign + spacing),
    line("cool-down", now >= coolUntil, { dismissals, rest }, coolUntil),
    line("session", inSession < perSession, { shown: inSession, limit: perSession }),
    checkWindow("day", DAY, perDay, times, now),
    checkWindow("week", WEEK, perWeek, times, now),
  ];
}

/** `times` newest first. A showing counts for exactly `length` ms. */
function checkWindow(
  check: "day" | "week",
  length: number,
  limit: number,
  times: readonly number[],
  now: number,
): TraceLine {
  const inside = times.filter((at) => now - at < length);
  const until = limit > 0 ? (inside[limit - 1] ?? 0) + length : null;
  return line(check, inside.length < limit, { shown: inside.length, limit }, until);
}
