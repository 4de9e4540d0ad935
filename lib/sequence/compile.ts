import { durationMs } from "../model/duration.ts";
import type { Sequence } from "../model/sequence.ts";

/** What a use of one feature does to the chains. */
interface Effect {
  /** The places it fills, last first. */
  fills: readonly number[];
  /** It breaks chains whose newest filled place is one of these. */
  breaks: readonly number[];
}

/** A sequence made ready for matching: an automaton whose states are the places. */
export interface CompiledSequence {
  /** Places of a full chain; a step with `times: n` takes n. */
  places: number;
  /** Longest time from the first to the last event of a chain, in ms; Infinity without a window. */
  within: number;
  /** By feature; others leave every state as it is. */
  effects: ReadonlyMap<string, Effect>;
}

const compiled = new WeakMap<Sequence, CompiledSequence>();

/** Compiles once per definition object. */
export function compileSequence(sequence: Sequence): CompiledSequence {
  const known = compiled.get(sequence);
  if (known) return known;
  const { within } = sequence;
  const steps = placesOf(sequence);
  const places = steps.flatMap(({ places }) => places).length;
  const fills = new Map<string, number[]>();
  for (const step of steps) {
    for (const feature of step.features) add(fills, feature, step.places);
  }
  const breaks = new Map<string, number[]>();
  for (const { features, from, to } of exclusionsOf(sequence, steps)) {
    const levels = Array.from({ length: to - from }, (_, n) => from + n);
    for (const feature of features) add(breaks, feature, levels);
  }
  const features = new Set([...fills.keys(), ...breaks.keys()]);
  const effects = new Map(
    [...features].map((feature) => [
      feature,
      { fills: (fills.get(feature) ?? []).reverse(), breaks: breaks.get(feature) ?? [] },
    ]),
  );
  const window = within === undefined ? Number.POSITIVE_INFINITY : durationMs(within);
  const result = { places, within: window, effects };
  compiled.set(sequence, result);
  return result;
}

/** Every feature that may change the state; all others can be left out unseen. Told without compiling. */
export function featuresOfSequence({ steps, without = [] }: Sequence): ReadonlySet<string> {
  const breaking = without.map((entry) => (typeof entry === "string" ? entry : entry.features));
  return new Set([...steps.map(({ feature }) => feature), ...breaking].flat());
}

/** Which place the feature fills first; what only breaks chains comes behind all places. */
export function firstPlace({ effects, places }: CompiledSequence, feature: string): number {
  return effects.get(feature)?.fills.at(-1) ?? places;
}

interface PlacedStep {
  features: ReadonlySet<string>;
  places: readonly number[];
}

function placesOf({ steps }: Sequence): PlacedStep[] {
  let next = 0;
  return steps.map(({ feature, times = 1 }) => ({
    features: new Set([feature].flat()),
    places: Array.from({ length: times }, () => next++),
  }));
}

/** What may not happen while the newest filled place is one from `from` to before `to`. */
interface Exclusion {
  features: Iterable<string>;
  from: number;
  to: number;
}

function exclusionsOf(
  { without = [], order }: Sequence,
  steps: readonly PlacedStep[],
): Exclusion[] {
  const between = (first: number, last: number) => ({
    from: steps[first - 1]?.places[0] ?? 0,
    to: steps[last - 1]?.places.at(-1) ?? 0,
  });
  const whole = between(1, steps.length);
  const named = without.map((entry) =>
    typeof entry === "string"
      ? { features: [entry], ...whole }
      : { features: entry.features, ...between(...entry.between) },
  );
  if (order !== "strict") return named;
  const all = new Set([...steps, ...named].flatMap(({ features }) => [...features]));
  return [{ features: all, ...whole }];
}

function add(map: Map<string, number[]>, feature: string, numbers: readonly number[]): void {
  const known = map.get(feature) ?? [];
  map.set(feature, [...new Set([...known, ...numbers])]);
}
