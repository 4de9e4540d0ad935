import { historyQuestions } from "../decide/questions.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Kept } from "../signal/kept.ts";

/** What is kept up to date with each event: the signals, and what conditions ask about history. */
export function keptSignals(bundle: Bundle | undefined): Kept[] {
  if (!bundle) return [];
  const milestones = bundle.signals.flatMap(({ version, body }) =>
    body.kind === "milestone" ? [{ version, body }] : [],
  );
  return [...milestones, ...historyQuestions(bundle)];
}
