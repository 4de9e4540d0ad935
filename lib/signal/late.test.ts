import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { SignalCondition } from "../model/signal.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import { advance, neededFrom, recompute, recomputeLate } from "./advance.ts";
import type { KeptDefinition } from "./kept.ts";

const feature = fc.constantFrom("a", "b", "c");
const within = fc.integer({ min: 1, max: 8 }).map((length) => `${length}ms`);
const windowed: fc.Arbitrary<SignalCondition> = fc.oneof(
  fc.record({
    type: fc.constant("used" as const),
    feature,
    times: fc.integer({ min: 1, max: 4 }),
    within,
  }),
  fc.record({
    type: fc.constant("sequence" as const),
    sequence: fc.record(
      {
        steps: fc.array(fc.record({ feature, times: fc.integer({ min: 1, max: 2 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
        within,
        order: fc.constantFrom("loose" as const, "strict" as const),
        without: fc.uniqueArray(feature, { minLength: 1, maxLength: 1 }),
      },
      { requiredKeys: ["steps", "within"] },
    ),
  }),
);
const arrivals: fc.Arbitrary<OrderedEvent[]> = fc
  .array(fc.record({ ts: fc.nat(40), boot: fc.constantFrom("p", "q"), feature }), { maxLength: 30 })
  .map((uses) => uses.map((use, seq) => ({ ...use, seq, id: `${use.feature}${use.ts}#${seq}` })));
const define = (when: SignalCondition): KeptDefinition => ({
  id: "s",
  name: "S",
  kind: "milestone",
  when,
});

it("S19: with a window, what a late event changes is worked out from that window on", async () => {
  await fc.assert(
    fc.property(windowed, arrivals, (when, uses) => {
      const definition = define(when);
      let state = recompute(definition, 1, []);
      uses.forEach((event, at) => {
        const seen = uses.slice(0, at + 1);
        const step = advance(definition, 1, state, event);
        if ("late" in step) {
          const from = neededFrom(definition, 1, state, event);
          expect(event.ts - from).toBeLessThanOrEqual(8);
          const recent = seen.filter(({ ts }) => ts >= from);
          state = recomputeLate(definition, 1, state, event, recent);
        } else {
          state = step.state;
        }
        expect(state).toEqual(recompute(definition, 1, seen));
      });
    }),
    { numRuns: 3000 },
  );
});

it("S19: all events are needed without a window, for another version, and where parts are joined", () => {
  const [late] = [{ ts: 5, boot: "p", seq: 0, id: "1", feature: "a" }];
  const used = { type: "used" as const, feature: "a", times: 2 };
  const from = (when: SignalCondition, version = 1) => {
    const state = recompute(define(when), 1, []);
    return neededFrom(define(when), version, state, late as OrderedEvent);
  };
  expect(from({ ...used, within: "3ms" })).toBe(2);
  expect(from({ ...used, within: "3ms" }, 2)).toBe(Number.NEGATIVE_INFINITY);
  expect(from(used)).toBe(Number.NEGATIVE_INFINITY);
  expect(from({ type: "all", of: [{ ...used, within: "3ms" }] })).toBe(Number.NEGATIVE_INFINITY);
});
