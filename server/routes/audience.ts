import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { audienceSize } from "../query/audience.ts";
import { knownPeople } from "../query/known-people.ts";
import { principalOf } from "./principal.ts";

const Limit = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.positive(), z.maximum(200)), 50),
});

/** What authors ask about the people a guide is for. */
export function audienceRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "POST",
      path: "/v1/query/audience",
      access: "viewer",
      summary: "How many of the people seen in the last 28 days a condition fits now.",
      body: "audience-question",
      reply: "audience-size",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const question = { condition: call.body.condition, now: clock() };
        const body = await db.read(workspace, (sql) => audienceSize(sql, workspace, question));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/people",
      access: "author",
      summary: "People with their attributes and true signals, those seen last first.",
      query: Limit,
      reply: "known-people",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { limit } = call.query;
        const body = await db.read(workspace, (sql) => knownPeople(sql, workspace, limit));
        return { body };
      },
    }),
  ];
}
