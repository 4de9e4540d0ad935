import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { readRetention, setRetention } from "../retention/retention.ts";
import { principalOf } from "./principal.ts";

/** For how long what happened is kept. */
export function retentionRoutes({ db }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/settings/retention",
      access: "viewer",
      summary: "For how many days events are kept, and from when on there are some.",
      reply: "retention",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return { body: await db.read(workspace, (sql) => readRetention(sql, workspace)) };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/settings/retention",
      access: "admin",
      summary:
        "Set for how many days events are kept (30 to 3650, null: until they are deleted). What is older goes for good.",
      body: "retention-setting",
      reply: "retention",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.transaction(workspace, async (sql) => {
          await setRetention(sql, workspace, call.body);
          return readRetention(sql, workspace);
        });
        return { body };
      },
    }),
  ];
}
