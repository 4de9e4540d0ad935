import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { surveyReport } from "../query/surveys.ts";
import { surveyVerbatims } from "../query/verbatims.ts";
import { principalOf } from "./principal.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));
const left = z._default(z.enum(["true", "false"]), "false");

const Months = z.object({ months: z._default(whole(36), 12), left });
const Page = z.object({
  left,
  limit: z._default(whole(200), 50),
  after: z.optional(z.string().check(z.maxLength(1000))),
});

/** What people answered. */
export function surveyRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/surveys",
      access: "viewer",
      summary: "NPS, CSAT, CES and chosen answers of each survey, by month.",
      query: Months,
      reply: "survey-report",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { months, left } = call.query;
        const asked = { months, left: left === "true", now: clock() };
        const body = await db.read(workspace, (sql) => surveyReport(sql, workspace, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/surveys/:id/verbatims",
      access: "viewer",
      summary: "What people wrote in a survey, newest first.",
      query: Page,
      reply: "survey-verbatims",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const { left, limit, after } = call.query;
        const asked = { left: left === "true", limit, after };
        const body = await db.read(workspace, (sql) => surveyVerbatims(sql, workspace, id, asked));
        return { body };
      },
    }),
  ];
}
