import type { Answer, Branch, Question } from "../model/question.ts";
import { TEXT_LIMIT } from "../model/scales.ts";

/** The answer that the controls of a question hold; undefined: none yet. */
export function answerOf(type: Question["type"], values: readonly string[]): Answer | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  switch (type) {
    case "text": {
      const value = first.trim().slice(0, TEXT_LIMIT);
      return value === "" ? undefined : { type, value };
    }
    case "choice":
      return { type, value: first };
    case "multiple":
      return { type, value: [...values] };
    default:
      return { type, value: Number(first) };
  }
}

/** Index of the step that an answer leads to; as many as there are: the end. */
export function stepAfter(
  steps: readonly { id: string; branch: readonly Branch[] }[],
  at: number,
  answer: Answer,
): number {
  const taken = steps[at]?.branch.find(({ when }) => fits(when, answer));
  if (!taken) return at + 1;
  const to = steps.findIndex(({ id }) => id === taken.to);
  return to > at ? to : steps.length;
}

function fits({ atLeast, atMost, anyOf }: Branch["when"], { value }: Answer): boolean {
  if (typeof value === "number") {
    return anyOf === undefined && value >= (atLeast ?? value) && value <= (atMost ?? value);
  }
  const chosen = typeof value === "string" ? [value] : value;
  return anyOf?.some((id) => chosen.includes(id)) ?? false;
}
