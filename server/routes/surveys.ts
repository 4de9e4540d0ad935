import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import type { Route } from "../http/route.ts";
import { surveyReport } from "../query/surveys.ts";
import { surveyVerbatims } from "../query/verbatims.ts";
import { createQuestion } from "./question.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));
const left = z._default(z.enum(["true", "false"]), "false");

const Months = z.object({ months: z._default(whole(36), 12), left });
const Page = z.object({
  left,
  limit: z._default(whole(200), 50),
  after: z.optional(z.string().check(z.maxLength(1000))),
});

/** What people answered. */
export function surveyRoutes(deps: Deps): Route[] {
  const question = createQuestion(deps);
  return [
    question({
      path: "/v1/query/surveys",
      summary: "NPS, CSAT, CES and chosen answers of each survey, by month.",
      query: Months,
      reply: "survey-report",
      answer: (sql, { workspace, query, now }) =>
        surveyReport(sql, workspace, { ...query, left: query.left === "true", now }),
    }),
    question({
      path: "/v1/query/surveys/:id/verbatims",
      summary: "What people wrote in a survey, newest first.",
      query: Page,
      reply: "survey-verbatims",
      answer: (sql, { workspace, id, query: { left, limit, after } }) =>
        surveyVerbatims(sql, workspace, id, { left: left === "true", limit, after }),
    }),
  ];
}
