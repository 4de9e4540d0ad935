import * as z from "zod/mini";
import { PeriodUnit, SLICES } from "../../lib/model/revenue.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { csLoad } from "../query/revenue/load.ts";
import { onboardingReport } from "../query/revenue/onboarding.ts";
import { revenueCohorts, revenueReport, revenueSlices } from "../query/revenue/reports.ts";
import { readTargets, writeTargets } from "../query/revenue/targets.ts";
import { principalOf } from "./principal.ts";

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
export function revenueRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/revenue",
      access: "viewer",
      summary: "Churn, expansion, GRR and NRR of each of the last periods, each with its cohort.",
      query: Periods,
      reply: "revenue-report",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const asked = { ...call.query, now: clock() };
        const body = await db.read(workspace, (sql) => revenueReport(sql, workspace, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/revenue/slices",
      access: "viewer",
      summary: "The same of one period, by what accounts are; the newest that is over by default.",
      query: Slicing,
      reply: "revenue-slices",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { unit, by, period: named } = call.query;
        const asked = { unit, by, named, now: clock() };
        const body = await db.read(workspace, (sql) => revenueSlices(sql, workspace, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/revenue/cohorts",
      access: "viewer",
      summary: "Customers and revenue by the period in which customers began.",
      query: Periods,
      reply: "revenue-cohorts",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const asked = { ...call.query, now: clock() };
        const body = await db.read(workspace, (sql) => revenueCohorts(sql, workspace, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/onboarding",
      access: "viewer",
      summary: "How many finish onboarding in time, and how long customers take to come to value.",
      query: Periods,
      reply: "onboarding-report",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const asked = { ...call.query, now: clock() };
        const body = await db.read(workspace, (sql) => onboardingReport(sql, workspace, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/load",
      access: "viewer",
      summary: "Accounts, revenue, renewals, tasks and contacts of each CSM.",
      reply: "cs-load",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => csLoad(sql, workspace, clock()));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/settings/revenue-targets",
      access: "viewer",
      summary: "The shares of revenue that the workspace aims to keep.",
      reply: "revenue-targets",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return { body: await db.read(workspace, (sql) => readTargets(sql, workspace)) };
      },
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
        await db.transaction(workspace, (sql) => writeTargets(sql, workspace, call.body));
        return { body: call.body };
      },
    }),
  ];
}
