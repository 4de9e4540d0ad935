import type { Problem } from "../../../lib/model/problem.ts";
import { useI18n } from "../../ui/i18n.tsx";
import { sayProblem } from "../../ui/say-problem.ts";

const TEXTS = {
  fileRows: "customers.noRows",
  fileSize: "customers.tooMany",
  dateOrder: "customers.datesAsk",
  idColumn: "customers.noId",
  oneAmount: "customers.twoAmounts",
  fieldOnce: "customers.twice",
} as const;

/** What is wrong with a file as a whole, or with its columns, in the person's language. */
export function useFileProblem(): (problem: Problem) => string {
  const i18n = useI18n();
  return (problem) => {
    const text = Object.entries(TEXTS).find(([rule]) => rule === problem.rule)?.[1];
    return text ? i18n.t(text) : sayProblem(problem, i18n);
  };
}
