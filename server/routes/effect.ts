import * as z from "zod/mini";
import { TREATMENTS } from "../../lib/model/effect.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { accountReview } from "../query/account-review.ts";
import { effectReport } from "../query/revenue/effect.ts";
import { guideRevenue } from "../query/revenue/guide-revenue.ts";
import { playbookEffect } from "../query/revenue/playbook-effect.ts";
import { principalOf } from "./principal.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));
const Lag = z.object({
  lag: z._default(z.coerce.number().check(z.int(), z.minimum(7), z.maximum(120)), 60),
});
const Treatment = z.object({ ...Lag.shape, of: z._default(z.enum(TREATMENTS), "meeting") });

/** Whether what is done for customers helps, and how one of them is doing. */
export function effectRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/effect",
      access: "viewer",
      summary:
        "What became of accounts to which something was done, beside others of the same plan, size and usage.",
      query: Treatment,
      reply: "effect-report",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const asked = { ...call.query, now: clock() };
        const body = await db.read(workspace, (sql) => effectReport(sql, workspace, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/playbooks/:id/effect",
      access: "viewer",
      summary:
        "What became of the accounts for which a playbook fired, beside those held out, or others like them.",
      query: Lag,
      reply: "playbook-effect",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const asked = { lag: call.query.lag, now: clock() };
        const body = await db.read(workspace, (sql) => playbookEffect(sql, workspace, id, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/guides/:id/revenue",
      access: "viewer",
      summary: "What became of the accounts that a guide was for, beside those held out.",
      query: Lag,
      reply: "guide-revenue",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const asked = { lag: call.query.lag, now: clock() };
        const body = await db.read(workspace, (sql) => guideRevenue(sql, workspace, id, asked));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/accounts/:id/review",
      access: "viewer",
      summary: "An account over the last weeks, as it is shown to the client.",
      query: z.object({ weeks: z._default(whole(52), 13) }),
      reply: "account-review",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const asked = { weeks: call.query.weeks, now: clock() };
        const body = await db.read(workspace, (sql) => accountReview(sql, workspace, id, asked));
        return { body };
      },
    }),
  ];
}
