import type { SignalValue } from "../model/signal-value.ts";

/** Values of each kind by which a signal holds, where a condition asks for no more than that: V28 of docs/spec/signals.md. */
const HOLDING: Record<SignalValue["kind"], readonly SignalValue["value"][]> = {
  milestone: [true],
  frustration: [true],
  adoption: ["adopted", "habitual"],
  onboarding: ["done"],
  drop: ["medium", "high"],
  outcome: ["moved"],
  // Of a number nothing is simply so.
  usage: [],
  "active-days": [],
  retention: [],
};

export function holds({ kind, value }: Pick<SignalValue, "kind" | "value">): boolean {
  return HOLDING[kind].includes(value);
}
