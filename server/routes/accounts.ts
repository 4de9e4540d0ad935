import * as z from "zod/mini";
import { AccountId } from "../../lib/model/account.ts";
import { parse } from "../../lib/model/parse.ts";
import { listChanges } from "../accounts/changes.ts";
import { accountFacets } from "../accounts/facets.ts";
import { readJourney, writeJourney } from "../accounts/journey.ts";
import { saidBy } from "../accounts/patch.ts";
import { AccountQuestion } from "../accounts/query.ts";
import { accountPeople, listAccounts, readAccount } from "../accounts/read.ts";
import { reassign, undoReassign } from "../accounts/reassign.ts";
import { expectUntouched } from "../accounts/untouched.ts";
import { upsertAccounts } from "../accounts/upsert.ts";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { dayOf } from "../ingest/fold.ts";
import { principalOf } from "./principal.ts";
import { byHand, HowSaid, HowSaidOfOne, sayingOf } from "./saying.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));

export const Page = z.object({
  limit: z._default(whole(500), 100),
  after: z.optional(z.string().check(z.maxLength(1000))),
});

/** Bytes of a batch of accounts. */
const BATCH_LIMIT = 8 * 1024 * 1024;

/** Customers: what is known of them, and what became of it. */
export function accountRoutes({ db, clock, newId }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/accounts",
      access: "viewer",
      summary: "Accounts, searched, filtered and sorted, a page at a time.",
      query: AccountQuestion,
      reply: "account-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const today = dayOf(clock());
        const body = await db.read(workspace, (sql) =>
          listAccounts(sql, workspace, call.query, today),
        );
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/accounts",
      access: "author",
      summary:
        "Make and change up to 1,000 accounts, each whole or not at all: entries are patches with an id.",
      query: HowSaid,
      body: "account-batch",
      bodyLimit: BATCH_LIMIT,
      reply: "account-outcomes",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const how = { saying: sayingOf(call, clock()), newId };
        const items = await db.transaction(workspace, (sql) =>
          upsertAccounts(sql, workspace, call.body.accounts, how),
        );
        return { body: { items } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/accounts/facets",
      access: "viewer",
      summary: "The plans, owners, stages and so on that accounts have, with how many have each.",
      reply: "account-facets",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return { body: await db.read(workspace, (sql) => accountFacets(sql, workspace)) };
      },
    }),
    route({
      method: "POST",
      path: "/v1/accounts/reassign",
      access: "author",
      summary:
        "Give accounts with their open tasks to another CSM: those of one CSM, or those named.",
      body: "reassignment",
      reply: "reassignment-done",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const how = { saying: byHand(call, clock()), newId };
        const body = await db.transaction(workspace, (sql) =>
          reassign(sql, workspace, call.body, how),
        );
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/accounts/reassign/undo",
      access: "author",
      summary: "Give back what was given, but for what somebody has changed since.",
      body: "reassigned",
      reply: "reassignment-undone",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const how = { saying: byHand(call, clock()), newId };
        const body = await db.transaction(workspace, (sql) =>
          undoReassign(sql, workspace, call.body, how),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/accounts/:id",
      access: "viewer",
      summary: "An account with where its values came from, and how revenue and stage went.",
      reply: "account",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return { body: await db.read(workspace, (sql) => readAccount(sql, workspace, id)) };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/accounts/:id",
      access: "author",
      summary:
        'Make or change an account: what is not named stays, null makes a value unknown. "seen", with when the newest of the named fields was changed as it was read, refuses lost updates.',
      query: HowSaidOfOne,
      body: "account-patch",
      reply: "account-outcome",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const id = parse(AccountId, call.params.id);
        if (!id.ok) throw badRequest(id.error.map((problem) => ({ ...problem, path: "id" })));
        const how = { saying: sayingOf(call, clock()), newId };
        const entry = { ...call.body, id: id.value };
        const { seen } = call.query;
        const fields = Object.keys(saidBy(call.body, dayOf(clock())).values);
        const [outcome] = await db.transaction(workspace, async (sql) => {
          if (seen !== undefined) {
            await expectUntouched(sql, workspace, { id: id.value, fields, seen });
          }
          return upsertAccounts(sql, workspace, [entry], how);
        });
        if (outcome?.outcome === "refused") throw badRequest(outcome.problems);
        return { status: outcome?.outcome === "made" ? 201 : 200, body: outcome };
      },
    }),
    route({
      method: "GET",
      path: "/v1/accounts/:id/changes",
      access: "viewer",
      summary: "What was changed about an account, by whom, newest first.",
      query: Page,
      reply: "account-changes",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const { limit, after } = call.query;
        const body = await db.read(workspace, (sql) =>
          listChanges(sql, workspace, id, { limit, after }),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/accounts/:id/people",
      access: "viewer",
      summary: "The people of an account, those seen last first, and who champions.",
      query: z.object({ limit: Page.shape.limit }),
      reply: "account-people",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.read(workspace, (sql) =>
          accountPeople(sql, workspace, id, call.query.limit),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/journey",
      access: "viewer",
      summary: "The stages that accounts go through.",
      reply: "journey",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return { body: await db.read(workspace, (sql) => readJourney(sql, workspace)) };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/journey",
      access: "admin",
      summary: "Write the stages anew. A stage in which accounts stand cannot go.",
      body: "journey",
      reply: "journey",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        await db.transaction(workspace, (sql) => writeJourney(sql, workspace, call.body));
        return { body: call.body };
      },
    }),
  ];
}
