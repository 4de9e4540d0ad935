import fc from "fast-check";
import { expect, it } from "vitest";
import type { SignalDefinition } from "../../model/signal.ts";
import { type DayUse, dayOf } from "../day.ts";
import { readSignal, type SignalFacts } from "../read.ts";
import type { Reading } from "../world.ts";
import { at, MONDAY } from "./fixture.ts";

const named = { id: "it", name: "It" };
const DAYS = 80;

/** Of days: each feature and day once. */
const rows: fc.Arbitrary<DayUse[]> = fc
  .uniqueArray(
    fc.record({
      feature: fc.constantFrom("a", "b", "c"),
      day: fc.nat(DAYS),
      count: fc.integer({ min: 1, max: 9 }),
      hour: fc.nat(11),
    }),
    { maxLength: 60, selector: ({ feature, day }) => `${feature} ${day}` },
  )
  .map((uses) =>
    uses.map(({ hour, day, ...use }) => ({
      ...use,
      day: MONDAY + day,
      first: at(day, hour),
      last: use.count === 1 ? at(day, hour) : at(day, hour + 12),
      firstId: `${use.feature} ${day}`,
    })),
  );

const days = fc.integer({ min: 1, max: 4 });
const within = fc.integer({ min: 1, max: 12 }).map((n) => `${n}d`);
const definition: fc.Arbitrary<SignalDefinition> = fc.oneof(
  fc.record({
    ...fixed({ kind: "adoption" as const, feature: "a" }),
    adopted: fc.record({ times: fc.integer({ min: 1, max: 12 }), days, within }),
    habitual: fc.record({ days, within }),
  }),
  fc.record({ ...fixed({ kind: "usage" as const }), within }),
  fc.record(fixed({ kind: "active-days" as const })),
  fc.record({
    ...fixed({ kind: "retention" as const }),
    period: fc.constantFrom("day" as const, "week" as const),
  }),
  fc.record({
    ...fixed({ kind: "drop" as const, baseline: 1 }),
    features: fc.constantFrom<string[][]>(["a"], ["a", "b", "c"]),
  }),
  fc.record({
    ...fixed({ kind: "frustration" as const, what: ["error" as const] }),
    times: days,
    within,
  }),
);

function fixed<T extends object>(fields: T) {
  const all = { ...named, ...fields };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, fc.constant(value)]),
  ) as { [K in keyof typeof all]: fc.Arbitrary<(typeof all)[K]> };
}

/** What is known at a moment: the days that have begun by then. */
function known(uses: readonly DayUse[], now: number): SignalFacts {
  const past = uses.filter(({ first }) => first <= now);
  return {
    now,
    days: past,
    features: ["a", "b", "c", "d"].map((id) => ({ id })),
    plan: null,
    friction: past.map(({ first, firstId = "" }) => ({ ts: first, id: firstId, what: "error" })),
    stateOf: () => undefined,
    met: () => null,
  };
}

it("V14, V14: since is when the value last changed, and nothing changes by time alone before it is due", () => {
  fc.assert(
    fc.property(definition, rows, fc.integer({ min: 0, max: 140 * 24 }), (body, uses, hours) => {
      const end = at(0, hours);
      const times = uses.map(({ first }) => first).sort((a, b) => a - b);
      let since: number | null = null;
      let value: Reading["value"] | undefined;
      let due: number | null = null;
      for (let now = times[0] ?? end; now <= end; ) {
        const reading = readSignal(body, known(uses, now));
        // Nothing has happened yet, so there is no moment to name.
        const isBeginning =
          value === undefined && [false, "unused", 0].includes(reading.value as 0);
        if (reading.value !== value) since = isBeginning ? null : now;
        ({ value, due } = reading);
        if (due !== null) expect(due).toBeGreaterThan(now);
        const next = times.find((time) => time > now) ?? Number.POSITIVE_INFINITY;
        now = Math.min(next, due ?? Number.POSITIVE_INFINITY);
      }
      const last = readSignal(body, known(uses, end));
      if (value !== undefined) expect(last.value).toBe(value);
      expect(last.since).toBe(last.value === null ? null : since);
    }),
    { numRuns: 1_500 },
  );
});

it("V16: a reading does not depend on the order of what it is read from", () => {
  fc.assert(
    fc.property(definition, rows, fc.integer({ min: 0, max: 100 }), (body, uses, day) => {
      const now = at(day);
      const there = readSignal(body, known(uses, now));
      expect(readSignal(body, known(uses.toReversed(), now))).toEqual(there);
      expect(dayOf(there.since ?? now)).toBeLessThanOrEqual(dayOf(now));
    }),
    { numRuns: 300 },
  );
});
