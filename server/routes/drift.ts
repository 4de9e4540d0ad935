import type { Deps } from "../deps.ts";
import { resume } from "../drift/pause.ts";
import { guidePauses } from "../drift/pauses.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

/** Guides that were paused because their targets are missing. */
export function driftRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/pauses",
      access: "viewer",
      summary: "Guides that start for nobody by themselves, because their targets are missing.",
      reply: "guide-pauses",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const pauses = await db.read(workspace, (sql) => guidePauses(sql, workspace));
        return { body: { pauses } };
      },
    }),
    route({
      method: "POST",
      path: "/v1/guides/:id/resume",
      access: "author",
      summary:
        "Let a paused guide start by itself again. A publication: the bundle's revision grows.",
      reply: "publication",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const { id = "" } = call.params;
        const order = { workspace, id, at: clock(), by };
        return { body: await db.transaction(workspace, (sql) => resume(sql, order)) };
      },
    }),
  ];
}
