import { historyQuestions } from "../decide/questions.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Kept } from "../signal/kept.ts";
import { partsOf } from "../signal/parts.ts";

/** What is kept up to date with each event: the signals, and what conditions ask about history. */
export function keptSignals(bundle: Bundle | undefined): Kept[] {
  if (!bundle) return [];
  const parts = bundle.signals.flatMap(({ version, body }) => partsOf(version, body));
  return [...parts, ...historyQuestions(bundle)];
}
