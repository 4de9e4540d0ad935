import { durationMs } from "../model/duration.ts";
import type { Sequence } from "../model/sequence.ts";

/** A sequence made ready for matching. */
export interface CompiledSequence {
  /** What fills each place of the chain; a step with `times: n` takes n places. */
  slots: readonly ReadonlySet<string>[];
  /** Longest time from the first to the last event of a chain, in ms; Infinity without a window. */
  within: number;
  /** What breaks a chain between its first and last event. */
  breaks: ReadonlySet<string>;
  /** Every feature that may change the state; all others can be left out unseen. */
  features: ReadonlySet<string>;
}

const compiled = new WeakMap<Sequence, CompiledSequence>();

/** Compiles once per definition object. */
export function compileSequence(sequence: Sequence): CompiledSequence {
  const known = compiled.get(sequence);
  if (known) return known;
  const slots = sequence.steps.flatMap((step) => {
    const features = new Set(typeof step.feature === "string" ? [step.feature] : step.feature);
    return Array.from({ length: step.times ?? 1 }, () => features);
  });
  const breaks = new Set(sequence.without);
  const result = {
    slots,
    within: sequence.within === undefined ? Number.POSITIVE_INFINITY : durationMs(sequence.within),
    breaks,
    features: new Set([...breaks, ...slots.flatMap((slot) => [...slot])]),
  };
  compiled.set(sequence, result);
  return result;
}
