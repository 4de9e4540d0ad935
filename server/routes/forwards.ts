import { parse } from "../../lib/model/parse.ts";
import { Id } from "../../lib/model/primitives.ts";
import type { Deps } from "../deps.ts";
import { listForwards, putForward, removeForward } from "../forward/store.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

/** Where else the messages of a workspace go. */
export function forwardRoutes({ db, clock, stored, guard }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/forwards",
      access: "admin",
      summary: "Where messages are forwarded to, without secrets, and how far that is.",
      reply: "forward-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.transaction(workspace, (sql) => listForwards(sql, workspace));
        return { body: { items } };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/forwards/:id",
      access: "admin",
      summary:
        "Forward what is stored from now on to a Segment-compatible collector, to PostHog, or as CloudEvents. Asking again tries at once.",
      body: "new-forward",
      reply: "forward",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const id = parse(Id, call.params.id);
        if (!id.ok) throw badRequest(id.error.map((problem) => ({ ...problem, path: "id" })));
        const refusal = await guard.refusal(call.body.url);
        if (refusal !== null) {
          throw badRequest([{ path: "url", found: call.body.url.slice(0, 200), allowed: refusal }]);
        }
        const body = await db.transaction(workspace, (sql) =>
          putForward(sql, workspace, id.value, call.body, { at: clock(), by }),
        );
        stored?.(workspace);
        return { body };
      },
    }),
    route({
      method: "DELETE",
      path: "/v1/forwards/:id",
      access: "admin",
      summary: "Forward there no more; what waits is thrown away.",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        await db.transaction(workspace, (sql) => removeForward(sql, workspace, id));
        return { status: 204 };
      },
    }),
  ];
}
