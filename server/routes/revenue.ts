import * as z from "zod/mini";
import { PeriodUnit, SLICES } from "../../lib/model/revenue.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { csLoad } from "../query/revenue/load.ts";
import { onboardingReport } from "../query/revenue/onboarding.ts";
import { revenueCohorts, revenueReport, revenueSlices } from "../query/revenue/reports.ts";
import { readTargets, writeTargets } from "../query/revenue/targets.ts";
import { principalOf } from "./principal.ts";
import { createQuestion } from "./question.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));

const Periods = z.object({
  unit: z._default(PeriodUnit, "quarter"),
  periods: z._default(whole(60), 8),
});
const Slicing = z.object({
  unit: z._default(PeriodUnit, "quarter"),
  by: z._default(z.enum(SLICES), "plan"),
  period: z.optional(z.string().check(z.minLength(4), z.maxLength(7))),
});

/** What became of customers and their revenue, and who looks after them. */
export function revenueRoutes(deps: Deps): Route[] {
  const question = createQuestion(deps);
  return [
    question({
      path: "/v1/query/revenue",
      summary: "Churn, expansion, GRR and NRR of each of the last periods, each with its cohort.",
      query: Periods,
      reply: "revenue-report",
      answer: (sql, { workspace, query, now }) => revenueReport(sql, workspace, { ...query, now }),
    }),
    question({
      path: "/v1/query/revenue/slices",
      summary: "The same of one period, by what accounts are; the newest that is over by default.",
      query: Slicing,
      reply: "revenue-slices",
      answer: (sql, { workspace, query: { unit, by, period: named }, now }) =>
        revenueSlices(sql, workspace, { unit, by, named, now }),
    }),
    question({
      path: "/v1/query/revenue/cohorts",
      summary: "Customers and revenue by the period in which customers began.",
      query: Periods,
      reply: "revenue-cohorts",
      answer: (sql, { workspace, query, now }) => revenueCohorts(sql, workspace, { ...query, now }),
    }),
    question({
      path: "/v1/query/onboarding",
      summary: "How many finish onboarding in time, and how long customers take to come to value.",
      query: Periods,
      reply: "onboarding-report",
      answer: (sql, { workspace, query, now }) =>
        onboardingReport(sql, workspace, { ...query, now }),
    }),
    question({
      path: "/v1/query/load",
      summary: "Accounts, revenue, renewals, tasks and contacts of each CSM.",
      reply: "cs-load",
      answer: (sql, { workspace, now }) => csLoad(sql, workspace, now),
    }),
    question({
      path: "/v1/settings/revenue-targets",
      summary: "The shares of revenue that the workspace aims to keep.",
      reply: "revenue-targets",
      answer: (sql, { workspace }) => readTargets(sql, workspace),
    }),
    route({
      method: "PUT",
      path: "/v1/settings/revenue-targets",
      access: "admin",
      summary: "Set the shares of revenue that the workspace aims to keep.",
      body: "revenue-targets",
      reply: "revenue-targets",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        await deps.db.transaction(workspace, (sql) => writeTargets(sql, workspace, call.body));
        return { body: call.body };
      },
    }),
  ];
}
