import type { Question } from "../../lib/model/question.ts";

/** N19: the figure of so many answers of each rating; null where there is none. */
export function surveyScore(
  type: Question["type"],
  ratings: readonly { score: number; answers: number }[],
): number | null {
  const sum = (of: (one: { score: number; answers: number }) => number) =>
    ratings.reduce((total, one) => total + of(one), 0);
  const all = sum(({ answers }) => answers);
  if (all === 0) return null;
  const share = (from: number, to: number) =>
    sum(({ score, answers }) => (score >= from && score <= to ? answers : 0)) / all;
  switch (type) {
    case "nps":
      return (share(9, 10) - share(0, 6)) * 100;
    case "csat":
      return share(4, 5);
    case "ces":
      return sum(({ score, answers }) => score * answers) / all;
    default:
      return null;
  }
}
