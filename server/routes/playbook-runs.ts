import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { closeAlert, listAlerts, listRuns } from "../playbook/runs.ts";
import { Page } from "./accounts.ts";
import { principalOf } from "./principal.ts";

const text = z.optional(z.string().check(z.maxLength(200)));

const RunQuestion = z.object({ ...Page.shape, playbook: text, account: text });

const AlertQuestion = z.object({
  account: text,
  state: z._default(z.enum(["open", "any"]), "open"),
});

/** What playbooks did, and the alerts among it. */
export function playbookRunRoutes({ db, clock }: Deps): Route[] {
  const closing = (verb: "close" | "reopen", summary: string): Route =>
    route({
      method: "POST",
      path: `/v1/alerts/:id/${verb}`,
      access: "author",
      summary,
      reply: "alert",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const { id = "" } = call.params;
        const how = { at: clock(), by, closed: verb === "close" };
        const body = await db.transaction(workspace, (sql) => closeAlert(sql, workspace, id, how));
        return { body };
      },
    });
  return [
    route({
      method: "GET",
      path: "/v1/playbook-runs",
      access: "viewer",
      summary: "What playbooks did, for whom and why, newest first.",
      query: RunQuestion,
      reply: "playbook-runs",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => listRuns(sql, workspace, call.query));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/alerts",
      access: "viewer",
      summary: "Alerts, newest first: those that are open, or all.",
      query: AlertQuestion,
      reply: "alert-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.read(workspace, (sql) => listAlerts(sql, workspace, call.query));
        return { body: { items } };
      },
    }),
    closing("close", "Say that an alert was seen to."),
    closing("reopen", "Take back that an alert was seen to."),
  ];
}
