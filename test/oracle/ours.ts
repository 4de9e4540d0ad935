import type { AbsentCondition, CountCondition } from "../../lib/model/condition.ts";
import type { Sequence } from "../../lib/model/sequence.ts";
import { type Arming, absentFrom, advanceAbsence } from "../../lib/sequence/absence.ts";
import { compileSequence, firstPlace } from "../../lib/sequence/compile.ts";
import { advanceCount, type CountState, countAt } from "../../lib/sequence/count.ts";
import type { OrderedEvent } from "../../lib/sequence/event.ts";
import { advanceSequence, startSequence } from "../../lib/sequence/match.ts";
import { inOrder } from "../../lib/sequence/order.ts";

/** What the extension says about a log such as "a0 b5": a at 0 ms, b at 5 ms. */

/** As the device sees them: each use in a document of its own, so that equal times are in nobody's order. */
export function scattered(definition: Sequence, log: string): string {
  const compiled = compileSequence(definition);
  const events = eventsOf(log).map((event, n) => ({ ...event, boot: String(n) }));
  return inOrder(events, (feature) => firstPlace(compiled, feature))
    .map(({ id }) => id)
    .join(" ");
}

export function eventsOf(log: string): OrderedEvent[] {
  return log
    .split(" ")
    .filter(Boolean)
    .map((id, seq) => ({ id, feature: id.slice(0, 1), ts: Number(id.slice(1)), boot: "b", seq }));
}

/** How many places any chain filled, as windowFunnel counts its level; all of them after a match. */
export function levelOf(sequence: Sequence, log: string): number {
  const compiled = compileSequence(sequence);
  let state = startSequence(compiled);
  let level = 0;
  for (const event of eventsOf(log)) {
    const step = advanceSequence(compiled, state, event);
    if (step.match) return compiled.places;
    state = step.state;
    level = Math.max(level, state.findLastIndex((chain) => chain !== null) + 1);
  }
  return level;
}

export function matchesOf(sequence: Sequence, log: string): number {
  const compiled = compileSequence(sequence);
  let state = startSequence(compiled);
  let matches = 0;
  for (const event of eventsOf(log)) {
    const step = advanceSequence(compiled, state, event);
    if (step.match) matches += 1;
    state = step.state;
  }
  return matches;
}

export function usesOf(condition: CountCondition, log: string, now: number): number {
  const uses = eventsOf(log).filter(({ feature }) => feature === condition.feature);
  const state = uses.reduce<CountState>((before, use) => advanceCount(condition, before, use), []);
  return countAt(condition, state, now);
}

export function isAbsent(condition: AbsentCondition, log: string, now: number): boolean {
  const uses = eventsOf(log);
  const arming = uses.reduce<Arming>((before, use) => advanceAbsence(condition, before, use), null);
  const from = absentFrom(condition, arming);
  return from !== null && from <= now;
}
