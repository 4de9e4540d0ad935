import type { Answer, Question } from "../model/question.ts";
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
