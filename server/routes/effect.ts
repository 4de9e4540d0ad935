import * as z from "zod/mini";
import { TREATMENTS } from "../../lib/model/effect.ts";
import type { Deps } from "../deps.ts";
import type { Route } from "../http/route.ts";
import { accountReview } from "../query/account-review.ts";
import { effectReport } from "../query/revenue/effect.ts";
import { guideRevenue } from "../query/revenue/guide-revenue.ts";
import { playbookEffect } from "../query/revenue/playbook-effect.ts";
import { createQuestion } from "./question.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));
const Lag = z.object({
  lag: z._default(z.coerce.number().check(z.int(), z.minimum(7), z.maximum(120)), 60),
});
const Treatment = z.object({ ...Lag.shape, of: z._default(z.enum(TREATMENTS), "meeting") });

/** Whether what is done for customers helps, and how one of them is doing. */
export function effectRoutes(deps: Deps): Route[] {
  const question = createQuestion(deps);
  return [
    question({
      path: "/v1/query/effect",
      summary:
        "What became of accounts to which something was done, beside others of the same plan, size and usage.",
      query: Treatment,
      reply: "effect-report",
      answer: (sql, { workspace, query, now }) => effectReport(sql, workspace, { ...query, now }),
    }),
    question({
      path: "/v1/query/playbooks/:id/effect",
      summary:
        "What became of the accounts for which a playbook fired, beside those held out, or others like them.",
      query: Lag,
      reply: "playbook-effect",
      answer: (sql, { workspace, id, query, now }) =>
        playbookEffect(sql, workspace, id, { ...query, now }),
    }),
    question({
      path: "/v1/query/guides/:id/revenue",
      summary: "What became of the accounts that a guide was for, beside those held out.",
      query: Lag,
      reply: "guide-revenue",
      answer: (sql, { workspace, id, query, now }) =>
        guideRevenue(sql, workspace, id, { ...query, now }),
    }),
    question({
      path: "/v1/query/accounts/:id/review",
      summary: "An account over the last weeks, as it is shown to the client.",
      query: z.object({ weeks: z._default(whole(52), 13) }),
      reply: "account-review",
      answer: (sql, { workspace, id, query, now }) =>
        accountReview(sql, workspace, id, { ...query, now }),
    }),
  ];
}
