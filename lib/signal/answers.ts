import type { SequenceCondition, UsedCondition } from "../model/condition.ts";
import type { Sequence } from "../model/sequence.ts";
import type { Milestone } from "../model/signal.ts";
import type { History } from "./history.ts";

/** A question about all that somebody ever did. It is answered as a milestone of the same condition would be: D23. */
export type Question = UsedCondition | SequenceCondition;

/** No signal's id begins so. */
const MARK = "?";

export function isQuestion(signal: string): boolean {
  return signal.startsWith(MARK);
}

/** The question as a signal that nobody is told of, so that its answer is kept up to date with each event. */
export function asSignal(question: Question): { version: number; body: Milestone } {
  const body = { id: idOf(question), name: MARK, kind: "milestone" as const, when: question };
  return { version: 1, body };
}

/** Answers from what is known already. `isTrue` tells it by the id of `asSignal`. */
export function createAnswers(isTrue: (id: string) => boolean): History {
  return {
    used: (feature, times, within) => isTrue(idOf({ type: "used", feature, times, within })),
    sequence: (sequence) => isTrue(idOf({ type: "sequence", sequence })),
  };
}

const sequenceIds = new WeakMap<Sequence, string>();

function idOf(question: Question): string {
  if (question.type === "used") {
    const { feature, times = 1, within = "" } = question;
    return `${MARK}${times} ${within} ${feature}`;
  }
  const { sequence } = question;
  const id = sequenceIds.get(sequence) ?? MARK + JSON.stringify(sequence);
  sequenceIds.set(sequence, id);
  return id;
}
