import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { readDefinitions, writeDefinitions } from "../health/definitions.ts";
import { passHealth } from "../health/pass.ts";
import {
  listStandings,
  readAccountHealth,
  readOverview,
  readRevenueAtRisk,
} from "../health/queries.ts";
import { type Route, route } from "../http/route.ts";
import { Page } from "./accounts.ts";
import { readExpected } from "./document-call.ts";
import { principalOf } from "./principal.ts";
import { createQuestion } from "./question.ts";

const text = z.optional(z.string().check(z.maxLength(200)));

const StandingQuestion = z.object({
  ...Page.shape,
  risk: z.optional(z.enum(["low", "medium", "high", "unknown"])),
  owner: text,
  segment: text,
  q: text,
});

/** How accounts are, and how that is measured. */
export function healthRoutes(deps: Deps): Route[] {
  const { db, clock, changed } = deps;
  const question = createQuestion(deps);
  return [
    route({
      method: "GET",
      path: "/v1/settings/health",
      access: "viewer",
      summary: "How health and risk are worked out, segment by segment.",
      reply: "health-settings",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => readDefinitions(sql, workspace));
        return { body, headers: { ETag: `"${body.revision}"` } };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/settings/health",
      access: "admin",
      summary:
        'Define health and risk anew. "If-Match" with the revision that was read refuses lost updates.',
      body: "health-definitions",
      reply: "health-settings",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const act = { at: clock(), by, expected: readExpected(call.request) };
        const body = await db.transaction(workspace, (sql) =>
          writeDefinitions(sql, workspace, call.body, act),
        );
        changed?.(workspace);
        return { body, headers: { ETag: `"${body.revision}"` } };
      },
    }),
    route({
      method: "POST",
      path: "/v1/health/compute",
      access: "author",
      summary: "Work out health and risk of all customers now; answers when it is done.",
      reply: "health-pass",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { accounts, finishedAt } = await passHealth(deps, workspace);
        deps.stored?.(workspace);
        return { body: { accounts, finishedAt } };
      },
    }),
    question({
      path: "/v1/query/health",
      summary: "How all customers stand, and whom somebody should look at.",
      reply: "health-overview",
      answer: (sql, { workspace, now }) => readOverview(sql, workspace, now),
    }),
    question({
      path: "/v1/query/health/accounts",
      summary: "Customers by risk, high first, with the reasons.",
      query: StandingQuestion,
      reply: "standing-list",
      answer: (sql, { workspace, query, now }) => listStandings(sql, workspace, query, now),
    }),
    question({
      path: "/v1/query/revenue-at-risk",
      summary: "A year's revenue at risk, by owner, segment and month of renewal.",
      reply: "revenue-at-risk",
      answer: (sql, { workspace, now }) => readRevenueAtRisk(sql, workspace, now),
    }),
    question({
      path: "/v1/accounts/:id/health",
      summary:
        "The scores of an account with coverage and reasons, its course, signs and risk case.",
      reply: "account-health",
      answer: (sql, { workspace, id, now }) => readAccountHealth(sql, workspace, id, now),
    }),
  ];
}
