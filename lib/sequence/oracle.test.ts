import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Sequence } from "../model/sequence.ts";
import { compileSequence } from "./compile.ts";
import { comparePositions, type OrderedEvent } from "./event.ts";
import { advanceSequence, startSequence } from "./match.ts";

const feature = fc.constantFrom("a", "b", "c", "x");

const sequences: fc.Arbitrary<Sequence> = fc.record(
  {
    steps: fc.array(
      fc.record(
        {
          feature: fc.oneof(feature, fc.uniqueArray(feature, { minLength: 1, maxLength: 2 })),
          times: fc.integer({ min: 1, max: 2 }),
        },
        { requiredKeys: ["feature"] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    within: fc.integer({ min: 1, max: 8 }).map((ms) => `${ms}ms`),
    without: fc.uniqueArray(feature, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ["steps"] },
);

const logs: fc.Arbitrary<OrderedEvent[]> = fc
  .array(fc.record({ ts: fc.nat(12), boot: fc.constantFrom("p", "q"), feature }), { maxLength: 10 })
  .map((events) =>
    events
      .map((event, seq) => ({ ...event, seq, id: `${event.feature}${event.ts}#${seq}` }))
      .sort(comparePositions),
  );

/** Every match by trying every choice of events, rule by rule; chains are lists of positions in `events`. */
function bruteForce(sequence: Sequence, events: readonly OrderedEvent[]): string[][] {
  const places = sequence.steps.flatMap((step) =>
    Array.from({ length: step.times ?? 1 }, () => [step.feature].flat()),
  );
  const within = sequence.within ? Number.parseInt(sequence.within, 10) : Number.POSITIVE_INFINITY;
  const found: string[][] = [];
  let from = 0;
  for (let end = 0; end < events.length; end++) {
    const best = choices(from, end)
      .filter((chain) => fits(chain))
      .sort(newestFirst)[0];
    if (!best) continue;
    found.push(best.map((at) => (events[at] as OrderedEvent).id));
    from = end + 1;
  }
  return found;

  function choices(first: number, end: number, place = 0): number[][] {
    const here = Array.from({ length: end + 1 - first }, (_, offset) => first + offset).filter(
      (at) => places[place]?.includes((events[at] as OrderedEvent).feature),
    );
    if (place === places.length - 1) return here.includes(end) ? [[end]] : [];
    return here.flatMap((at) => choices(at + 1, end, place + 1).map((rest) => [at, ...rest]));
  }

  function fits(chain: number[]): boolean {
    const first = chain[0] as number;
    const last = chain.at(-1) as number;
    const time = (events[last] as OrderedEvent).ts - (events[first] as OrderedEvent).ts;
    const between = events
      .slice(first, last)
      .filter((_, offset) => !chain.includes(first + offset));
    return time <= within && !between.some((event) => sequence.without?.includes(event.feature));
  }
}

function newestFirst(a: number[], b: number[]): number {
  for (let place = a.length - 1; place >= 0; place--) {
    const difference = (b[place] as number) - (a[place] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

it("S2-S9: the automaton finds exactly the matches that trying every chain finds", async () => {
  await fc.assert(
    fc.property(sequences, logs, (sequence, events) => {
      const compiled = compileSequence(sequence);
      let state = startSequence(compiled);
      const found: string[][] = [];
      for (const event of events) {
        const step = advanceSequence(compiled, state, event);
        state = step.state;
        if (step.match) found.push(step.match.evidence);
      }
      expect(found).toEqual(bruteForce(sequence, events));
    }),
    { numRuns: 3000 },
  );
});

it("S4: the newest chain is also one with the latest start", async () => {
  await fc.assert(
    fc.property(sequences, logs, (sequence, events) => {
      const [first] = bruteForce(sequence, events);
      const compiled = compileSequence(sequence);
      let state = startSequence(compiled);
      for (const event of events) {
        const step = advanceSequence(compiled, state, event);
        state = step.state;
        if (!step.match) continue;
        const start = events.find(({ id }) => id === first?.[0]);
        expect(step.match.start).toBe(start?.ts);
        return;
      }
      expect(first).toBeUndefined();
    }),
  );
});
