import type { AnswerSource } from "../../lib/model/activity.ts";
import type { SignalDefinition } from "../../lib/model/signal.ts";
import type { Published } from "../documents/published.ts";

/** The definitions of signals in force, in the order of their ids. */
export function signalsIn(published: readonly Published[]): SignalDefinition[] {
  return published.flatMap((document) => (document.kind === "signals" ? [document.body] : []));
}

/** The first published signal that `fits`: devices answer the question already, also where they send no single uses. */
export function sourceAmong(
  published: readonly Published[],
  fits: (definition: SignalDefinition) => boolean,
): AnswerSource {
  const found = signalsIn(published).find(fits);
  return found ? { signal: found.id, name: found.name } : null;
}
