import * as z from "zod/mini";
import { parse } from "../../lib/model/parse.ts";
import { RecordId } from "../../lib/model/touch.ts";
import { makeTask } from "../accounts/tasks.ts";
import { listCases, openCase, patchCase, readCase, readCaseDetail } from "../churn/cases.ts";
import { putSignals } from "../churn/put-signals.ts";
import { accountSignals, putSignal } from "../churn/signals.ts";
import type { Deps } from "../deps.ts";
import { refreshAccount } from "../health/pass.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { Page } from "./accounts.ts";
import { readExpected } from "./document-call.ts";
import { principalOf } from "./principal.ts";
import { byHand } from "./saying.ts";

const CaseQuestion = z.object({
  ...Page.shape,
  account: z.optional(z.string().check(z.maxLength(200))),
  state: z._default(z.enum(["open", "closed", "any"]), "open"),
});

const ORIGINS = { hand: "hand", api: "api", import: "csv" } as const;

/** Signs that customers may leave, and what is done about it. */
export function churnRoutes(deps: Deps): Route[] {
  const { db, clock, newId } = deps;
  return [
    route({
      method: "GET",
      path: "/v1/accounts/:id/churn-signals",
      access: "viewer",
      summary: "All signs of churn about an account, newest first.",
      reply: "churn-signal-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const items = await db.read(workspace, (sql) => accountSignals(sql, workspace, id, 0));
        return { body: { items } };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/churn-signals/:id",
      access: "author",
      summary:
        "Say that a customer may leave, or that the sign has ended: an id once, however often it is sent.",
      body: "new-churn-signal",
      reply: "churn-signal",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const id = parse(RecordId, call.params.id);
        if (!id.ok) throw badRequest(id.error.map((problem) => ({ ...problem, path: "id" })));
        const saying = { ...byHand(call, clock()), source: ORIGINS[call.body.source] };
        const order = { id: id.value, signal: call.body };
        const body = await db.transaction(workspace, (sql) =>
          putSignal(sql, workspace, order, { saying, newId }),
        );
        await refreshAccount(deps, workspace, body.account);
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/churn-signals",
      access: "author",
      summary: "Up to 1,000 signs at once, each whole or not at all: entries are signs with an id.",
      body: "churn-signal-batch",
      reply: "churn-signal-outcomes",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const saying = { ...byHand(call, clock()), source: "api" as const };
        const items = await db.transaction(workspace, (sql) =>
          putSignals(sql, workspace, call.body.signals, { saying, newId }),
        );
        return { body: { items } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/risk-cases",
      access: "viewer",
      summary: "Risks that are or were handled, newest first.",
      query: CaseQuestion,
      reply: "risk-case-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return {
          body: await db.read(workspace, (sql) => listCases(sql, workspace, call.query)),
        };
      },
    }),
    route({
      method: "POST",
      path: "/v1/risk-cases",
      access: "author",
      summary: "Begin to handle the risk of an account.",
      body: "new-risk-case",
      reply: "risk-case",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const how = { saying: byHand(call, clock()), newId };
        const body = await db.transaction(workspace, (sql) =>
          openCase(sql, workspace, call.body, how),
        );
        return { status: 201, body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/risk-cases/:id",
      access: "viewer",
      summary: "The handling of a risk, with the tasks of its plan and all that was done with it.",
      reply: "risk-case-detail",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return {
          body: await db.read(workspace, (sql) => readCaseDetail(sql, workspace, id)),
        };
      },
    }),
    route({
      method: "POST",
      path: "/v1/risk-cases/:id/change",
      access: "author",
      summary:
        'Take the handling further: type and cause, plan and people, done, outcome with a churn note. "If-Match" refuses lost updates.',
      body: "risk-case-patch",
      reply: "risk-case",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const order = { id, patch: call.body, expected: readExpected(call.request) };
        const how = { saying: byHand(call, clock()), newId };
        const body = await db.transaction(workspace, (sql) =>
          patchCase(sql, workspace, order, how),
        );
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/risk-cases/:id/tasks",
      access: "author",
      summary: "Make a task of the plan, for the account of the case.",
      body: "new-case-task",
      reply: "task",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id: cause = "" } = call.params;
        const how = { saying: byHand(call, clock()), newId };
        const { task } = await db.transaction(workspace, async (sql) => {
          const { account } = await readCase(sql, workspace, cause);
          const task = {
            ...call.body,
            account,
            note: "",
            state: "open",
            source: "risk",
            cause,
          } as const;
          return makeTask(sql, workspace, { id: newId(), task }, how);
        });
        return { status: 201, body: task };
      },
    }),
  ];
}
