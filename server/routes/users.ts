import * as z from "zod/mini";
import { parse } from "../../lib/model/parse.ts";
import { UserId } from "../../lib/model/user.ts";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { listUsers, readUser } from "../users/read.ts";
import { saveUsers } from "../users/save.ts";
import { Page } from "./accounts.ts";
import { principalOf } from "./principal.ts";
import { HowSaid, sayingOf } from "./saying.ts";

const text = z.optional(z.string().check(z.maxLength(200)));

/** Bytes of a batch of people. */
const BATCH_LIMIT = 4 * 1024 * 1024;

/** People at customers: what is known of them beside what their app says. */
export function userRoutes({ db, clock, newId }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/users",
      access: "viewer",
      summary: "People, of one account or all, searched by part of id, name or address.",
      query: z.object({ ...Page.shape, account: text, q: text }),
      reply: "user-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => listUsers(sql, workspace, call.query));
        return { body };
      },
    }),
    route({
      method: "POST",
      path: "/v1/users",
      access: "author",
      summary:
        "Say something of up to 1,000 people, each whole or not at all: entries are patches with an id.",
      query: HowSaid,
      body: "user-batch",
      bodyLimit: BATCH_LIMIT,
      reply: "user-outcomes",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const how = { saying: sayingOf(call, clock()), newId };
        const items = await db.transaction(workspace, (sql) =>
          saveUsers(sql, workspace, call.body.users, how),
        );
        return { body: { items } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/users/:id",
      access: "viewer",
      summary: "A person, with where values came from and what the app says.",
      reply: "user",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return { body: await db.read(workspace, (sql) => readUser(sql, workspace, id)) };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/users/:id",
      access: "author",
      summary: "Say something of a person: what is not named stays, null makes a value unknown.",
      query: HowSaid,
      body: "user-patch",
      reply: "user-outcome",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const id = parse(UserId, call.params.id);
        if (!id.ok) throw badRequest(id.error.map((problem) => ({ ...problem, path: "id" })));
        const how = { saying: sayingOf(call, clock()), newId };
        const entry = { ...call.body, id: id.value };
        const [outcome] = await db.transaction(workspace, (sql) =>
          saveUsers(sql, workspace, [entry], how),
        );
        if (outcome?.outcome === "refused") throw badRequest(outcome.problems);
        return { status: outcome?.outcome === "made" ? 201 : 200, body: outcome };
      },
    }),
  ];
}
