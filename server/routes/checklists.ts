import * as z from "zod/mini";
import { parse } from "../../lib/model/parse.ts";
import { RecordId } from "../../lib/model/touch.ts";
import { listChecklists, startChecklist } from "../checklists/lists.ts";
import { readTemplates, writeTemplates } from "../checklists/templates.ts";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { readExpected } from "./document-call.ts";
import { principalOf } from "./principal.ts";
import { byHand } from "./saying.ts";

/** So that the tasks' ids, which have its id and a number, are ids. */
const ListId = z.string().check(z.maxLength(110));

/** Checklists: templates of the workspace, and what was begun for accounts. */
export function checklistRoutes({ db, clock, newId }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/checklists",
      access: "viewer",
      summary: "Templates of checklists, such as onboarding, quarterly review and offboarding.",
      reply: "checklist-settings",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => readTemplates(sql, workspace));
        return { body, headers: { ETag: `"${body.revision}"` } };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/checklists",
      access: "author",
      summary:
        'Write the templates anew; lists that were begun stay. "If-Match" with the revision that was read refuses lost updates.',
      body: "checklist-templates",
      reply: "checklist-settings",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const act = { at: clock(), by, expected: readExpected(call.request) };
        const body = await db.transaction(workspace, (sql) =>
          writeTemplates(sql, workspace, call.body.templates, act),
        );
        return { body, headers: { ETag: `"${body.revision}"` } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/accounts/:id/checklists",
      access: "viewer",
      summary: "Checklists that were begun for an account, with their tasks.",
      reply: "account-checklists",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.read(workspace, (sql) => listChecklists(sql, workspace, id));
        return { body };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/accounts/:id/checklists/:list",
      access: "author",
      summary:
        "Begin a checklist for an account, once an id: its steps become tasks with their days.",
      body: "checklist-start",
      reply: "account-checklist",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id: account = "", list } = call.params;
        const id = parse(z.pipe(ListId, RecordId), list);
        if (!id.ok) throw badRequest(id.error.map((problem) => ({ ...problem, path: "list" })));
        const how = { saying: byHand(call, clock()), newId };
        const { checklist, made } = await db.transaction(workspace, (sql) =>
          startChecklist(sql, workspace, { id: id.value, account, start: call.body }, how),
        );
        return { status: made ? 201 : 200, body: checklist };
      },
    }),
  ];
}
