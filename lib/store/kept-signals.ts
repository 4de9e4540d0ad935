import { historyQuestions } from "../decide/questions.ts";
import type { Bundle } from "../model/bundle.ts";

/** What is kept up to date with each event: the signals, and what conditions ask about history. */
export function keptSignals(bundle: Bundle | undefined): Bundle["signals"] {
  return bundle ? [...bundle.signals, ...historyQuestions(bundle)] : [];
}
