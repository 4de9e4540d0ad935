import type { SignalValue } from "../model/signal-value.ts";

/** What was last told of a signal, and on which UTC day. */
export interface Told {
  value: SignalValue;
  day: number;
}

/**
 * Whether a value is to be told: V27 of docs/spec/signals.md. "later": only what it was made of has changed, and something
 * was told of the signal today already; the next day will do.
 */
export function newsOf(
  told: Told | null,
  value: SignalValue,
  today: number,
): "now" | "later" | "none" {
  if (!told) return goesWithoutSaying(value) ? "none" : "now";
  const { value: before } = told;
  if (
    before.value !== value.value ||
    before.since !== value.since ||
    before.version !== value.version
  ) {
    return "now";
  }
  if (sameMatter(before, value)) return "none";
  // A clock that was put back must not silence it for good.
  return told.day === today ? "later" : "now";
}

/** Of who was never heard of it is assumed: not yet, or nothing known. */
function goesWithoutSaying({ value, detail = {} }: SignalValue): boolean {
  return value === null || (value === false && Object.keys(detail).length === 0);
}

function sameMatter(a: SignalValue, b: SignalValue): boolean {
  return (
    a.evidence.join() === b.evidence.join() && JSON.stringify(a.detail) === JSON.stringify(b.detail)
  );
}
