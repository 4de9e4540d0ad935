import type { Answer } from "../model/question.ts";

/** What was done in a run before its page went away. */
export interface Before {
  /** Completed steps, by when each last was. */
  done: readonly string[];
  /** The step was done too, by this answer or without one, and the next was not on screen yet. */
  left: { answer: Answer | null } | null;
}
