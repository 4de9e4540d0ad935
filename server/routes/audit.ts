import * as z from "zod/mini";
import { AuditKind } from "../../lib/model/audit.ts";
import { readAudit } from "../audit/log.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

/** Epoch ms. */
const Moment = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(8.64e15));

const Page = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.positive(), z.maximum(500)), 100),
  after: z.optional(z.uuid()),
  by: z.optional(z.uuid()),
  kind: z.optional(AuditKind),
  from: z.optional(Moment),
  until: z.optional(Moment),
});

/** R75 of docs/spec/delivery.md. */
export function auditRoutes({ db }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/audit",
      access: "admin",
      summary:
        "What was done with personal tokens, newest first: all of it, or by one token, of one kind, or from and until a time.",
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
