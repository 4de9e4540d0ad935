import type { Check, ConditionTrace, TraceLine } from "../model/trace.ts";

export type { Check, ConditionTrace, TraceLine };

export function line(
  check: Check,
  passed: boolean,
  values: TraceLine["values"] = {},
  until: number | null = null,
): TraceLine {
  return {
    check,
    outcome: passed ? "passed" : "stopped",
    values,
    until: passed ? null : until,
    conditions: [],
  };
}
