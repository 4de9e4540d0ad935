import type {
  AbsentCondition,
  CountCondition,
  SequenceCondition,
  UsedCondition,
} from "../model/condition.ts";
import type { Sequence } from "../model/sequence.ts";
import { absentFrom } from "../sequence/absence.ts";
import { countAt } from "../sequence/count.ts";
import type { History } from "./history.ts";
import type { Kept } from "./kept.ts";
import type { LeafState } from "./leaf.ts";
import type { SignalState } from "./state.ts";

/** A question about what somebody did: D23. */
export type Question = UsedCondition | SequenceCondition | CountCondition | AbsentCondition;

/** No signal's id begins so. */
const MARK = "?";

export function isQuestion(signal: string): boolean {
  return signal.startsWith(MARK);
}

/** The question as a signal that nobody is told of, so that its answer is kept up to date with each event. */
export function asSignal(question: Question): Kept {
  const named = { id: idOf(question), name: MARK };
  switch (question.type) {
    case "used":
    case "sequence":
      return { version: 1, body: { ...named, kind: "milestone", when: question } };
    case "count":
    case "absent":
      return { version: 1, body: { ...named, kind: "live", when: question } };
  }
}

/** Answers as of `now` from the states that are kept, by the id of `asSignal`. */
export function createAnswers(
  stateOf: (id: string) => SignalState | undefined,
  now: number,
): History {
  const isTrue = (question: Question) => stateOf(idOf(question))?.fulfilled != null;
  const leafOf = (question: Question): LeafState | undefined => stateOf(idOf(question))?.leaves[0];
  return {
    used: (feature, times, within) => isTrue({ type: "used", feature, times, within }),
    sequence: (sequence) => isTrue({ type: "sequence", sequence }),
    count(condition) {
      const leaf = leafOf(condition);
      return leaf?.is === "count" ? countAt(condition, leaf.at, now) : 0;
    },
    absentFrom(condition) {
      const leaf = leafOf(condition);
      return leaf?.is === "absent" ? absentFrom(condition, leaf.arming) : null;
    },
  };
}

const sequenceIds = new WeakMap<Sequence, string>();

function idOf(question: Question): string {
  switch (question.type) {
    case "used": {
      const { feature, times = 1, within = "" } = question;
      return `${MARK}${times} ${within} ${feature}`;
    }
    case "sequence": {
      const { sequence } = question;
      const id = sequenceIds.get(sequence) ?? MARK + JSON.stringify(sequence);
      sequenceIds.set(sequence, id);
      return id;
    }
    case "count": {
      const { feature, op, value, within } = question;
      return `${MARK}count ${op} ${value} ${within} ${feature}`;
    }
    case "absent": {
      const { feature, after, from = "newest" } = question;
      return `${MARK}absent ${question.for} ${from} ${after} ${feature}`;
    }
  }
}
