import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { AbsentCondition, CountCondition } from "../model/condition.ts";
import type { SignalCondition } from "../model/signal.ts";
import { comparePositions, type OrderedEvent } from "../sequence/event.ts";
import { advance, dueOf, recompute, settle } from "./advance.ts";
import { asSignal, createAnswers } from "./answers.ts";
import type { KeptDefinition } from "./kept.ts";
import type { SignalState } from "./state.ts";

const feature = fc.constantFrom("a", "b", "c");
const ms = (max: number) => fc.integer({ min: 1, max }).map((length) => `${length}ms`);
const absent: fc.Arbitrary<AbsentCondition> = fc.record(
  {
    type: fc.constant("absent" as const),
    feature,
    after: feature,
    for: ms(8),
    from: fc.constantFrom("newest" as const, "first" as const),
  },
  { requiredKeys: ["type", "feature", "after", "for"] },
);
const count: fc.Arbitrary<CountCondition> = fc.record({
  type: fc.constant("count" as const),
  feature,
  op: fc.constantFrom("eq" as const, "gt" as const, "gte" as const, "lt" as const, "lte" as const),
  value: fc.nat(3),
  within: ms(8),
});
const used = feature.map((name) => ({ type: "used" as const, feature: name }));
const condition: fc.Arbitrary<SignalCondition> = fc.oneof(
  absent,
  fc.record({
    type: fc.constantFrom("all" as const, "any" as const),
    of: fc.array(fc.oneof(absent, used), { minLength: 1, maxLength: 3 }),
  }),
);

/** Uses in the order of their arrival, each with how much time passes until the next. */
const arrivals = fc
  .array(fc.tuple(fc.nat(20), feature, fc.nat(4), fc.boolean()), { maxLength: 20 })
  .map((uses) =>
    uses.map(([ts, name, pause, looks], seq) => ({
      event: { ts, boot: "p", seq, id: `${name}${ts}#${seq}`, feature: name } as OrderedEvent,
      pause,
      looks,
    })),
  );

/** Rule by rule: from when on an absence is there after these uses; null: the time does not run. */
function absentFromSlowly(one: AbsentCondition, events: readonly OrderedEvent[]): number | null {
  const ordered = events.toSorted(comparePositions);
  const stop = ordered.findLastIndex((use) => use.feature === one.feature);
  const same = one.feature === one.after;
  const starts = ordered.filter((use, at) => use.feature === one.after && (same || at > stop));
  const from = one.from === "first" && !same ? starts[0] : starts.at(-1);
  return from ? from.ts + Number.parseInt(one.for, 10) + 1 : null;
}

it("V7, S17: with time passing, late uses and restarts, one by one equals recomputed", async () => {
  await fc.assert(
    fc.property(condition, arrivals, (when, uses) => {
      const definition: KeptDefinition = { id: "s", name: "S", kind: "milestone", when };
      let state: SignalState | undefined;
      let now = 0;
      uses.forEach(({ event, pause, looks }, at) => {
        const seen = uses.slice(0, at + 1).map((use) => use.event);
        const step = advance(definition, 1, state, event);
        state = "late" in step ? recompute(definition, 1, seen, now) : step.state;
        state = settle(definition, 1, state, now);
        expect(state).toEqual(recompute(definition, 1, seen, now));
        now += pause;
        const due = dueOf(definition, state, now - pause);
        if (looks || (due !== null && due <= now)) state = settle(definition, 1, state, now);
        expect(state).toEqual(recompute(definition, 1, seen, now));
        state = JSON.parse(JSON.stringify(state)) as SignalState;
      });
    }),
    { numRuns: 2000 },
  );
});

it("S13, S14: what is kept answers as a look at all uses does, and its time is foretold", async () => {
  await fc.assert(
    fc.property(fc.oneof(absent, count), arrivals, (question, uses) => {
      const { body, version } = asSignal(question);
      const events = uses.map(({ event }) => event);
      const state = recompute(body, version, events);
      const answer = (now: number) => {
        const answers = createAnswers(() => state, now);
        return question.type === "count"
          ? answers.count(question)
          : (answers.absentFrom(question) ?? Number.POSITIVE_INFINITY) <= now;
      };
      const slowly = (now: number) => {
        if (question.type === "absent") {
          return (absentFromSlowly(question, events) ?? Number.POSITIVE_INFINITY) <= now;
        }
        const length = Number.parseInt(question.within, 10);
        const inside = events.filter(
          (use) => use.feature === question.feature && now - use.ts <= length,
        );
        return Math.min(question.value + 1, inside.length);
      };
      for (let now = 0; now <= 32; now++) expect(answer(now)).toEqual(slowly(now));
      const due = dueOf(body, state, 20);
      const holds = (now: number) => {
        const found = slowly(now);
        return question.type === "count" ? compared(question, Number(found)) : found;
      };
      const next = Array.from({ length: 12 }, (_, n) => 21 + n).find(
        (now) => holds(now) !== holds(20),
      );
      expect(due).toBe(next ?? null);
    }),
    { numRuns: 2000 },
  );
});

function compared({ op, value }: CountCondition, found: number): boolean {
  const difference = Math.sign(found - value);
  return { eq: [0], gt: [1], gte: [0, 1], lt: [-1], lte: [-1, 0] }[op].includes(difference);
}
