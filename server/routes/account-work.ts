import * as z from "zod/mini";
import { accountHistory } from "../accounts/history.ts";
import { accountsInNeed } from "../accounts/in-need.ts";
import { readJourneyMap } from "../accounts/read-journey-map.ts";
import { accountUse } from "../accounts/use.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { Page } from "./accounts.ts";
import { principalOf } from "./principal.ts";

/** What a CSM works by: who needs a person, what became of an account, where accounts are on their way. */
export function accountWorkRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/accounts/attention",
      access: "viewer",
      summary:
        "Customers who need a person now, with the reasons, the greatest expected loss first.",
      query: z.object({
        owner: z.optional(z.string().check(z.maxLength(200))),
        limit: Page.shape.limit,
      }),
      reply: "accounts-in-need",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { owner, limit } = call.query;
        const body = await db.read(workspace, (sql) =>
          accountsInNeed(sql, workspace, { owner, limit, now: clock() }),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/journey",
      access: "viewer",
      summary:
        "Stages and what accounts met in them: how many are there, how long, and where they went.",
      reply: "journey-map",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => readJourneyMap(sql, workspace, clock()));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/accounts/:id/use",
      access: "viewer",
      summary: "What an account uses of what its plan has, and the guides that its people saw.",
      reply: "account-use",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.read(workspace, (sql) => accountUse(sql, workspace, id, clock()));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/accounts/:id/history",
      access: "viewer",
      summary: "Changes, contacts and answers of an account in one list, newest first.",
      query: Page,
      reply: "account-history",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const { limit, after } = call.query;
        const body = await db.read(workspace, (sql) =>
          accountHistory(sql, workspace, id, { limit, after }),
        );
        return { body };
      },
    }),
  ];
}
