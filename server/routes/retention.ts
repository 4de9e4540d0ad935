import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { previewRetention, readRetention, setRetention } from "../retention/retention.ts";
import { principalOf } from "./principal.ts";

/** For how long what happened is kept. */
export function retentionRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/settings/retention",
      access: "viewer",
      summary:
        "For how many days events, imports and the audit log are kept, and from when on there are events.",
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
        "Set for how many days events and imports (30 to 3650) and the audit log (365 to 3650) are kept; null: for ever. What is older goes for good.",
      body: "retention-setting",
      reply: "retention",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.transaction(workspace, (sql) =>
          setRetention(sql, workspace, call.body),
        );
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/settings/retention/preview",
      access: "admin",
      summary: "How much would go for good if this were set. Nothing is changed.",
      body: "retention-setting",
      reply: "retention-preview",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) =>
          previewRetention(sql, workspace, call.body, clock()),
        );
        return { body };
      },
    }),
  ];
}
