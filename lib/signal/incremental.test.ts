import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Milestone, SignalCondition } from "../model/signal.ts";
import { comparePositions, type OrderedEvent } from "../sequence/event.ts";
import { advance, recompute } from "./advance.ts";
import { createHistory } from "./history.ts";
import type { SignalState } from "./state.ts";
import { signalValue } from "./value.ts";

const feature = fc.constantFrom("a", "b", "c", "d");
const within = fc.integer({ min: 1, max: 10 }).map((ms) => `${ms}ms`);

const used: fc.Arbitrary<SignalCondition> = fc.record(
  {
    type: fc.constant("used" as const),
    feature,
    times: fc.integer({ min: 1, max: 4 }),
    within,
  },
  { requiredKeys: ["type", "feature"] },
);
const sequence: fc.Arbitrary<SignalCondition> = fc.record({
  type: fc.constant("sequence" as const),
  sequence: fc.record(
    {
      steps: fc.array(fc.record({ feature, times: fc.integer({ min: 1, max: 2 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      within,
      without: fc.uniqueArray(feature, { minLength: 1, maxLength: 1 }),
    },
    { requiredKeys: ["steps"] },
  ),
});
const { condition } = fc.letrec<{ condition: SignalCondition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", maxDepth: 2 },
    used,
    sequence,
    fc.record({
      type: fc.constantFrom("all" as const, "any" as const),
      of: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** Events in the order in which they arrive, which is not the order in which they happened. */
const arrivals: fc.Arbitrary<OrderedEvent[]> = fc
  .array(fc.record({ ts: fc.nat(20), boot: fc.constantFrom("p", "q"), feature }), { maxLength: 25 })
  .map((events) => events.map((event, seq) => ({ ...event, seq, id: `event-${seq}` })));

const define = (when: SignalCondition): Milestone => ({
  id: "signal",
  name: "Signal",
  kind: "milestone",
  when,
});

it("V7, V8: one by one, late events and restarts included, equals recomputed", async () => {
  await fc.assert(
    fc.property(condition, arrivals, (when, events) => {
      const definition = define(when);
      let state: SignalState | undefined;
      events.forEach((event, at) => {
        const step = advance(definition, 1, state, event);
        const seen = events.slice(0, at + 1);
        state = "late" in step ? recompute(definition, 1, seen) : step.state;
        state = JSON.parse(JSON.stringify(state)) as SignalState;
        expect(state).toEqual(recompute(definition, 1, seen));
      });
    }),
    { numRuns: 500 },
  );
});

it("V1, V7: the value, its time and its evidence are those of the first moment it was true", async () => {
  await fc.assert(
    fc.property(condition, arrivals, (when, events) => {
      const definition = define(when);
      const ordered = events.toSorted(comparePositions);
      const final = signalValue(definition, 1, recompute(definition, 1, ordered));
      const prefixes = ordered.map((_, at) =>
        signalValue(definition, 1, recompute(definition, 1, ordered.slice(0, at + 1))),
      );
      // What happens at one millisecond is one moment: S18.
      const isWhole = (at: number) => ordered[at + 1]?.ts !== ordered[at]?.ts;
      const first = prefixes.findIndex(({ value }) => value);
      expect(final.value).toBe(first >= 0);
      prefixes.forEach((later, at) => {
        if (first >= 0 && at >= first && isWhole(at)) expect(later).toEqual(final);
      });
      expect(final.since).toBe(ordered[first]?.ts ?? null);
    }),
    { numRuns: 500 },
  );
});

it("V2: used agrees with looking at every stretch of uses", async () => {
  const times = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.property(feature, times, within, arrivals, (name, count, window, events) => {
      const at = events.filter((event) => event.feature === name).map(({ ts }) => ts);
      at.sort((a, b) => a - b);
      const ms = Number.parseInt(window, 10);
      const expected = at.some((ts) => {
        return at.filter((other) => other >= ts && other - ts <= ms).length >= count;
      });
      expect(createHistory(events, 0).used(name, count, window)).toBe(expected);
      expect(createHistory(events, 0).used(name, count)).toBe(at.length >= count);
    }),
  );
});

it("D23, V2, V3: history agrees with the signal of the same condition", async () => {
  await fc.assert(
    fc.property(fc.oneof(used, sequence), arrivals, (when, events) => {
      const { value } = signalValue(define(when), 1, recompute(define(when), 1, events));
      const history = createHistory(events, 0);
      if (when.type === "sequence") expect(history.sequence(when.sequence)).toBe(value);
      if (when.type === "used") {
        expect(history.used(when.feature, when.times ?? 1, when.within)).toBe(value);
      }
    }),
    { numRuns: 500 },
  );
});
