import type { Answer } from "../../lib/model/question.ts";
import type { Person } from "./event.ts";

/** One of `score`, `options` and `words` says what was answered. */
interface AnswerRow {
  type: Answer["type"];
  /** Of a rating. */
  score: number | null;
  /** Ids of what was chosen. */
  options: string[] | null;
  words: string | null;
}

/** An answer of a survey, as it is kept. `at` is an ISO time. */
export interface SurveyAnswer extends Person, AnswerRow {
  message_id: string;
  guide: string;
  version: number;
  step: string;
  account_id: string | null;
  at: string;
}

export function answerRow(answer: Answer): AnswerRow {
  const row = { type: answer.type, score: null, options: null, words: null };
  switch (answer.type) {
    case "text":
      return { ...row, words: answer.value };
    case "choice":
      return { ...row, options: [answer.value] };
    case "multiple":
      return { ...row, options: answer.value };
    case "nps":
    case "csat":
    case "ces":
      return { ...row, score: answer.value };
  }
}
