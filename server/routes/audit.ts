import * as z from "zod/mini";
import { readAudit } from "../audit/log.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

const Page = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.positive(), z.maximum(500)), 100),
  after: z.optional(z.uuid()),
});

/** R75 of docs/spec/delivery.md. */
export function auditRoutes({ db }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/audit",
      access: "admin",
      summary: "What was done with personal tokens, newest first.",
      query: Page,
      reply: "audit-log",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return {
          body: await db.read(workspace, (sql) => readAudit(sql, workspace, call.query)),
        };
      },
    }),
  ];
}
