import fc from "fast-check";
import { durationMs } from "../../lib/model/duration.ts";
import type { Sequence } from "../../lib/model/sequence.ts";
import { disjoint, LETTERS, overlapping, startedOnce, window } from "./logs.ts";
import { isAbsent, levelOf, matchesOf, scattered, usesOf } from "./ours.ts";
import { funnel, pattern } from "./sql.ts";

/** A part of the language that both sides can express. */
export interface Mode {
  name: string;
  /** Of the two engines, the one that can be asked; default both. */
  only?: "today's" | "old";
  definitions: fc.Arbitrary<Sequence>;
  /** The part of a random log that both understand alike; default all of it. */
  part?(definition: Sequence, log: string): string;
  sql(definition: Sequence): string;
  ours(definition: Sequence, log: string): number;
}

const within = (steps: fc.Arbitrary<Sequence["steps"]>) => fc.record({ steps, within: window });
const featuresOf = ({ steps }: Sequence) => steps.flatMap(({ feature }) => feature);
const strangersOf = (definition: Sequence) =>
  LETTERS.filter((letter) => !featuresOf(definition).includes(letter));

/** What no step of these asks for. */
const STRANGER = "e";
const withoutStranger = disjoint.filter((steps) => !featuresOf({ steps }).includes(STRANGER));
const twoSteps = overlapping.filter(
  (steps) => steps.length === 2 && steps.every(({ times = 1 }) => times === 1),
);

/** Several uses share a moment. */
const crowded = (log: string) =>
  log.replace(/\d+/g, (time) => String(Math.floor(Number(time) / 4)));

const funnels: Mode[] = [
  {
    name: "windowFunnel",
    definitions: within(disjoint),
    sql: (definition) => funnel(definition),
    ours: levelOf,
  },
  {
    name: "windowFunnel, equal times",
    definitions: within(disjoint),
    part: (_, log) => crowded(log),
    sql: (definition) => funnel(definition),
    ours: (definition, log) => levelOf(definition, scattered(definition, log)),
    only: "today's",
  },
  {
    name: "windowFunnel, equal times in one document",
    definitions: within(disjoint),
    part: (_, log) => crowded(log),
    sql: (definition) => funnel(definition),
    ours: levelOf,
    only: "old",
  },
  {
    name: "windowFunnel, overlapping steps",
    definitions: within(overlapping),
    sql: (definition) => funnel(definition),
    ours: levelOf,
    only: "old",
  },
  {
    name: "windowFunnel strict_once",
    only: "today's",
    definitions: within(overlapping),
    sql: (definition) => funnel(definition, "strict_once"),
    ours: levelOf,
  },
  {
    name: "windowFunnel strict_deduplication",
    only: "today's",
    definitions: within(disjoint),
    part: startedOnce,
    sql: (definition) => funnel(definition, "strict_deduplication"),
    ours: (definition, log) => levelOf({ ...definition, without: noRepeats(definition) }, log),
  },
  {
    name: "windowFunnel strict_order",
    only: "today's",
    definitions: within(withoutStranger),
    part: startedOnce,
    sql: (definition) => funnel(definition, "strict_order"),
    ours: (definition, log) =>
      levelOf(
        { ...definition, without: [...strangersOf(definition), ...nothingEarly(definition)] },
        log,
      ),
  },
  {
    name: "windowFunnel strict_order, allow_reentry",
    only: "today's",
    definitions: within(withoutStranger),
    part: startedOnce,
    sql: (definition) => funnel(definition, "strict_order", "allow_reentry"),
    ours: (definition, log) => levelOf({ ...definition, without: strangersOf(definition) }, log),
  },
];

const patterns = (["sequenceCount", "sequenceMatch"] as const).flatMap((what): Mode[] => {
  const ours = (definition: Sequence, log: string) => {
    const matches = matchesOf(definition, log);
    return what === "sequenceCount" ? matches : Math.min(matches, 1);
  };
  return [
    {
      name: `${what}, loose`,
      definitions: fc.record({ steps: overlapping }),
      sql: (definition) => pattern(what, definition, ".*"),
      ours,
    },
    {
      name: `${what}, strict`,
      definitions: fc.record({ steps: overlapping, order: fc.constant("strict" as const) }),
      sql: (definition) => pattern(what, definition, ""),
      ours,
    },
    {
      name: `${what}, strict, without`,
      definitions: fc.record({
        steps: overlapping,
        order: fc.constant("strict" as const),
        without: fc.constant([STRANGER]),
      }),
      sql: (definition) => pattern(what, definition, "", [STRANGER]),
      ours,
    },
    {
      name: `${what}, two steps within`,
      definitions: within(twoSteps),
      sql: (definition) =>
        pattern(what, definition, `(?t<=${durationMs(definition.within as string)})`),
      ours,
    },
    {
      name: `${what}, two steps without`,
      definitions: fc
        .record({ steps: withoutStranger, without: fc.constant([STRANGER]) })
        .filter(({ steps }) => steps.length === 2),
      sql: (definition) => pattern(what, definition, "", [STRANGER]),
      ours,
    },
  ];
});

/** Later than any log. */
const NOW = 60;
const long = fc.integer({ min: 1, max: NOW }).map((ms) => `${ms}ms`);
const longWithin = (...features: string[]) =>
  fc.record({ steps: fc.constant(features.map((feature) => ({ feature }))), within: long });

const conditions: Mode[] = [
  {
    name: "count",
    definitions: longWithin("a"),
    sql: ({ within = "" }) => `least(4, countIf(f = 'a' AND t + ${durationMs(within)} >= ${NOW}))`,
    ours: ({ within = "" }, log) =>
      usesOf({ type: "count", feature: "a", op: "lt", value: 3, within }, log, NOW),
  },
  {
    name: "absent",
    definitions: longWithin("a", "b"),
    sql: ({ within = "" }) =>
      `countIf(f = 'a') > 0 AND maxIf(t, f = 'b') < maxIf(t, f = 'a') AND maxIf(t, f = 'a') + ${durationMs(within)} < ${NOW}`,
    ours: ({ within = "" }, log) =>
      Number(isAbsent({ type: "absent", feature: "b", after: "a", for: within }, log, NOW)),
  },
];

export const MODES: readonly Mode[] = [...funnels, ...patterns, ...conditions];

/** A second use of what a chain has behind it, the first step apart, breaks it. */
function noRepeats({ steps }: Sequence): Sequence["without"] {
  return steps.flatMap(({ feature }, n) =>
    n > 0 ? [{ features: [feature].flat(), between: [n, steps.length] as [number, number] }] : [],
  );
}

/** A use of what is not next but later breaks a chain. */
function nothingEarly({ steps }: Sequence): NonNullable<Sequence["without"]> {
  return steps.flatMap(({ feature }, n) =>
    n > 1 ? [{ features: [feature].flat(), between: [1, n] as [number, number] }] : [],
  );
}
