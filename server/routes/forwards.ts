import type { NewForward } from "../../lib/model/forward.ts";
import { parse } from "../../lib/model/parse.ts";
import { Id } from "../../lib/model/primitives.ts";
import { RULES } from "../../lib/model/rule.ts";
import type { Deps } from "../deps.ts";
import { enqueueTest } from "../forward/enqueue.ts";
import {
  listForwardNames,
  listForwards,
  newForwardSecret,
  pauseForward,
  putForward,
  readForward,
  removeForward,
} from "../forward/store.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

/** Where else the messages of a workspace go. */
export function forwardRoutes({
  db,
  clock,
  stored,
  guard,
  newSecret,
  newId,
  mails,
}: Deps): Route[] {
  /** Why nothing is sent to this address, or null. */
  const refusalOf = async ({ kind, url }: NewForward): Promise<string | null> => {
    if (kind !== "email") return guard.refusal(url);
    return mails ? null : RULES.noMail;
  };
  return [
    route({
      method: "GET",
      path: "/v1/forwards",
      access: "admin",
      summary: "Where messages are forwarded to, without secrets, and how far that is.",
      reply: "forward-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.read(workspace, (sql) => listForwards(sql, workspace));
        return { body: { items } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/forwards/names",
      access: "author",
      summary: "What playbooks can send messages to, by name and kind alone.",
      reply: "forward-names",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.read(workspace, (sql) => listForwardNames(sql, workspace));
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
        const refusal = await refusalOf(call.body);
        if (refusal !== null) {
          const { kind, url } = call.body;
          const fault =
            kind === "email" ? { path: "kind", found: kind } : { path: "url", found: url };
          throw badRequest([{ ...fault, found: fault.found.slice(0, 200), allowed: refusal }]);
        }
        const body = await db.transaction(workspace, (sql) =>
          putForward(sql, workspace, id.value, call.body, { at: clock(), by, newSecret }),
        );
        stored?.(workspace);
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/forwards/:id/pause",
      access: "admin",
      summary: "Send nothing there for now, or go on, and that at once: what came meanwhile waits.",
      body: "forward-pause",
      reply: "forward",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.transaction(workspace, (sql) =>
          pauseForward(sql, workspace, id, call.body.paused),
        );
        stored?.(workspace);
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/forwards/:id/test",
      access: "admin",
      summary:
        "Send a message that says nothing, to see whether it arrives. It waits like any other.",
      reply: "forward",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.transaction(workspace, async (sql) => {
          await readForward(sql, workspace, id);
          await enqueueTest(sql, workspace, id, { id: newId(), at: clock() });
          return readForward(sql, workspace, id);
        });
        stored?.(workspace);
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/forwards/:id/secret",
      access: "admin",
      summary:
        "A new secret that signs from now on, told once; for a day the old one signs beside it.",
      reply: "forward",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.transaction(workspace, (sql) =>
          newForwardSecret(sql, workspace, id, { secret: newSecret(), at: clock() }),
        );
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
