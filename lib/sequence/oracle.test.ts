import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Sequence } from "../model/sequence.ts";
import { compileSequence, featuresOfSequence } from "./compile.ts";
import { comparePositions, type OrderedEvent } from "./event.ts";
import { advanceSequence, startSequence } from "./match.ts";

const feature = fc.constantFrom("a", "b", "c", "x");

const sequences: fc.Arbitrary<Sequence> = fc
  .record(
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
      order: fc.constantFrom("loose" as const, "strict" as const),
      without: fc.uniqueArray(feature, { minLength: 1, maxLength: 2 }),
      gap: fc.record({ features: fc.tuple(feature), from: fc.nat(1), length: fc.nat(1) }),
    },
    { requiredKeys: ["steps"] },
  )
  .map(({ gap, ...sequence }) => {
    if (!gap || sequence.steps.length < 2) return sequence;
    const from = 1 + (gap.from % (sequence.steps.length - 1));
    const to = Math.min(sequence.steps.length, from + 1 + gap.length);
    const entry = { features: [...gap.features], between: [from, to] as [number, number] };
    return { ...sequence, without: [...(sequence.without ?? []), entry] };
  });

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
    const [first, last] = [chain[0] as number, chain.at(-1) as number];
    const time = (events[last] as OrderedEvent).ts - (events[first] as OrderedEvent).ts;
    return time <= within && exclusions().every((one) => isEmpty(chain, one));
  }

  /** Nobody of `features` between the chain's events at two places, but for what is part of it. */
  function isEmpty(chain: number[], { features, from, to }: Gap): boolean {
    return events.every(
      (event, at) =>
        at <= (chain[from] as number) ||
        at >= (chain[to] as number) ||
        chain.includes(at) ||
        !features.includes(event.feature),
    );
  }

  function exclusions(): Gap[] {
    const ends = sequence.steps.map(
      (_, n) => sequence.steps.slice(0, n + 1).reduce((sum, { times = 1 }) => sum + times, 0) - 1,
    );
    const whole = { from: 0, to: places.length - 1 };
    const gaps = (sequence.without ?? []).map((entry) =>
      typeof entry === "string"
        ? { features: [entry], ...whole }
        : {
            features: entry.features,
            from: (ends[entry.between[0] - 2] ?? -1) + 1,
            to: ends[entry.between[1] - 1] as number,
          },
    );
    const named = [...places.flat(), ...gaps.flatMap(({ features }) => features)];
    return sequence.order === "strict" ? [...gaps, { features: named, ...whole }] : gaps;
  }
}

interface Gap {
  features: string[];
  from: number;
  to: number;
}

function newestFirst(a: number[], b: number[]): number {
  for (let place = a.length - 1; place >= 0; place--) {
    const difference = (b[place] as number) - (a[place] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

it("S2-S9, S12, S16: the automaton finds exactly the matches that trying every chain finds", async () => {
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

it("S11: the features that matter are told without compiling", async () => {
  await fc.assert(
    fc.property(sequences, (sequence) => {
      const effects = compileSequence(sequence).effects;
      expect(new Set(effects.keys())).toEqual(new Set(featuresOfSequence(sequence)));
    }),
  );
});
