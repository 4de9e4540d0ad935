import { durationMs } from "../../model/duration.ts";
import type { Frustration } from "../../model/signal.ts";
import type { FrictionUse, Reading } from "../world.ts";

/** What is kept of friction, for each signal: the newest. */
const KEPT = 128;

/** Adds what a person ran into, in any order and without duplicates. */
export function withFriction(
  { what }: Frustration,
  known: readonly FrictionUse[],
  more: readonly FrictionUse[],
): FrictionUse[] {
  const watched = new Set<string>(what);
  return [...known, ...more.filter((use) => watched.has(use.what))].sort(inOrder).slice(-KEPT);
}

/**
 * True while `times` of what is watched for lie within the last `within` (inclusive), false as soon as they do not.
 * V22 of docs/spec/signals.md.
 */
export function readFrustration(
  { what, times, within }: Frustration,
  friction: readonly FrictionUse[],
  now: number,
): Reading {
  const ordered = friction.toSorted(inOrder);
  const stretches = stretchesOf(ordered, times, durationMs(within));
  const at = stretches.find(({ from, to }) => from <= now && now <= to);
  const before = stretches.findLast(({ to }) => to < now);
  const next = stretches.find(({ from }) => from > now);
  const events = at ? ordered.slice(at.first, at.last + 1).filter(({ ts }) => ts <= now) : [];
  const counts = what.map((one) => [one, events.filter((use) => use.what === one).length]);
  return {
    value: at !== undefined,
    since: at ? at.from : before ? before.to + 1 : null,
    evidence: events.map(({ id }) => id),
    detail: at ? Object.fromEntries(counts) : {},
    due: at ? at.to + 1 : (next?.from ?? null),
  };
}

/** A time during which it is true, and the events that make it so, by index. */
interface Stretch {
  from: number;
  to: number;
  first: number;
  last: number;
}

function stretchesOf(ordered: readonly FrictionUse[], times: number, within: number): Stretch[] {
  const found: Stretch[] = [];
  for (const [last, { ts }] of ordered.entries()) {
    const first = last - times + 1;
    const to = (ordered[first]?.ts ?? Number.NEGATIVE_INFINITY) + within;
    if (to < ts) continue;
    const before = found.at(-1);
    if (before && ts <= before.to + 1) found[found.length - 1] = { ...before, to, last };
    else found.push({ from: ts, to, first, last });
  }
  return found;
}

function inOrder(a: FrictionUse, b: FrictionUse): number {
  return a.ts - b.ts || (a.id < b.id ? -1 : 1);
}
