import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { ahaMoments } from "../query/aha/moments.ts";
import { principalOf } from "./principal.ts";

const days = () => z.coerce.number().check(z.int(), z.positive(), z.maximum(400));

/** By default a person stayed who came back in the fourth week. */
const Question = z
  .object({
    from: z._default(days(), 21),
    to: z._default(days(), 28),
    days: z._default(days(), 180),
  })
  .check(
    z.refine(({ from, to }) => from < to, {
      error: 'a day after "from": they stayed who were active from "from" until before "to"',
      path: ["to"],
    }),
  );

export function ahaRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/aha",
      access: "viewer",
      summary: "What people did in their first days that goes together with staying.",
      query: Question,
      reply: "aha-moments",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) =>
          ahaMoments(sql, workspace, { ...call.query, now: clock() }),
        );
        return { body };
      },
    }),
  ];
}
