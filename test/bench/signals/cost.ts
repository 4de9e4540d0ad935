import type { OrderedEvent } from "../../../lib/sequence/event.ts";
import { advance, featuresOf, recompute } from "../../../lib/signal/advance.ts";
import type { Kept } from "../../../lib/signal/kept.ts";
import type { SignalState } from "../../../lib/signal/state.ts";
import type { Figure } from "../bench.ts";
import { median } from "../statistics.ts";
import { heapInUse } from "./memory.ts";
import { eventsFrom, rules } from "./workload.ts";

const RULES = [1, 10, 100, 1_000];
/** Lengths of the history at whose end it is measured what one more event costs. */
const MARKS = [100_000, 1_000_000];
const BLOCK = 1_000;
/** Blocks before a mark of which the median counts. */
const LAST = 30;

/** What an event costs all rules, early and late in a long history, and what is kept of it. */
export function measureCost(say: (line: string) => void): Figure[] {
  return RULES.flatMap((count) => {
    say(`${count} rules over ${(MARKS.at(-1) ?? 0).toLocaleString("en-US")} events`);
    const before = heapInUse();
    const book = createBook(rules(count));
    const figures = MARKS.flatMap((mark, at) => {
      const costs = takeBlocks(book, MARKS[at - 1] ?? 0, mark);
      const name = `rules${count}.after1e${Math.log10(mark)}`;
      return [
        {
          name: `${name}.perEvent`,
          value: median(costs.slice(-LAST)),
          unit: "µs",
          ...(count === 100 && { budget: { atMost: 20 } }),
        },
        { name: `${name}.state`, value: book.bytes() / count, unit: "bytes/rule" },
      ];
    });
    const heap = { name: `rules${count}.heap`, value: (heapInUse() - before) / 1e6, unit: "MB" };
    return [...figures, heap];
  });
}

/** µs an event, block by block. */
function takeBlocks(book: Book, from: number, to: number): number[] {
  const costs: number[] = [];
  for (let at = from; at < to; at += BLOCK) {
    const events = eventsFrom(at, BLOCK);
    const start = performance.now();
    for (const event of events) book.take(event);
    costs.push(((performance.now() - start) / BLOCK) * 1000);
  }
  return costs;
}

/** Everything anew from the whole history, as after a changed definition; it must say what was kept says. */
export function measureRecompute(say: (line: string) => void): Figure[] {
  const length = MARKS.at(-1) ?? 0;
  say(`Recomputing ${length.toLocaleString("en-US")} events`);
  const events = eventsFrom(0, length);
  const definitions = rules(100);
  const book = createBook(definitions);
  for (const event of events) book.take(event);
  const times = definitions.map((definition) => {
    const start = performance.now();
    const state = recompute(definition.body, definition.version, events);
    const time = performance.now() - start;
    if (JSON.stringify(state) !== JSON.stringify(book.stateOf(definition))) {
      throw new Error(`${definition.body.id}: incremental and recomputed differ`);
    }
    return time;
  });
  const total = times.reduce((sum, time) => sum + time, 0);
  return [
    { name: "recompute1e6.rule", value: median(times), unit: "ms" },
    { name: "recompute1e6.rules100", value: total / 1000, unit: "s" },
  ];
}

type Book = ReturnType<typeof createBook>;

/** The states of all rules, found by feature as the worker finds them. */
function createBook(definitions: readonly Kept[]) {
  const states = new Map<Kept, SignalState>();
  const mentioning = new Map<string, Kept[]>();
  for (const definition of definitions) {
    for (const feature of featuresOf(definition.body)) {
      mentioning.set(feature, [...(mentioning.get(feature) ?? []), definition]);
    }
  }
  return {
    take(event: OrderedEvent): void {
      for (const definition of mentioning.get(event.feature) ?? []) {
        const step = advance(definition.body, definition.version, states.get(definition), event);
        if ("late" in step) throw new Error("events in order are never late");
        if (step.state.fulfilled) throw new Error(`${definition.body.id} became true`);
        states.set(definition, step.state);
      }
    },
    stateOf: (definition: Kept) =>
      states.get(definition) ?? recompute(definition.body, definition.version, []),
    /** As JSON. */
    bytes: () => JSON.stringify([...states.values()]).length,
  };
}
