import type { AbsentCondition, CountCondition } from "../model/condition.ts";
import type { Milestone } from "../model/signal.ts";

/**
 * A question about the time up to now. Its state follows the events as a signal's does but is never true for good: the
 * answer is read from it when it is asked for.
 */
export interface LiveDefinition {
  id: string;
  name: string;
  kind: "live";
  when: CountCondition | AbsentCondition;
}

/** What is kept up to date with each event. */
export type KeptDefinition = Milestone | LiveDefinition;

/** One of a certain version. */
export interface Kept {
  version: number;
  body: KeptDefinition;
}
