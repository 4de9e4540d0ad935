import type { Condition } from "./condition.ts";

type Value = string | number | boolean | null;

/** What is checked before a guide starts by itself, in this order. */
export type Check =
  | "start"
  | "paused"
  | "schedule"
  | "audience"
  | "frequency"
  | "target"
  | "trigger"
  | "experiment"
  | "newcomer"
  | "running"
  | "busy"
  | "spacing"
  | "cool-down"
  | "session"
  | "day"
  | "week"
  | "priority";

/** One line of "why (not)": codes and values, from which the screen makes a sentence in the reader's language. */
export interface TraceLine {
  check: Check;
  /** `page`: the rest is for the page to see. */
  outcome: "passed" | "stopped" | "page";
  values: Record<string, Value>;
  /** When time alone would let it pass, epoch ms. */
  until: number | null;
  /** The single conditions of audience and trigger. */
  conditions: ConditionTrace[];
}

export interface ConditionTrace {
  /** Place in the definition, such as "of[1].of[0]"; empty for the whole. */
  at: string;
  type: Condition["type"];
  /** `broken`: it names a segment that is not there, or that leads back to itself. */
  holds: boolean | "page" | "broken";
  /** What it asks for, and what was found. */
  values: Record<string, Value>;
}
