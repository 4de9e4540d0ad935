import { historyQuestions } from "../decide/questions.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Milestone } from "../model/signal.ts";

/** What is kept up to date with each event: the signals, and what conditions ask about history. */
export function keptSignals(bundle: Bundle | undefined): { version: number; body: Milestone }[] {
  if (!bundle) return [];
  const milestones = bundle.signals.flatMap(({ version, body }) =>
    body.kind === "milestone" ? [{ version, body }] : [],
  );
  return [...milestones, ...historyQuestions(bundle)];
}
