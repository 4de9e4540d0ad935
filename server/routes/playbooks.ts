import { parse } from "../../lib/model/parse.ts";
import { Id } from "../../lib/model/primitives.ts";
import { READY_PLAYBOOKS } from "../../lib/model/ready-playbooks.ts";
import type { Principal } from "../auth/access.ts";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { passPlaybooks } from "../playbook/pass.ts";
import { listWaiting } from "../playbook/runs.ts";
import {
  type By,
  listActs,
  listPlaybooks,
  pausePlaybook,
  putPlaybook,
  readPlaybook,
  removePlaybook,
} from "../playbook/store.ts";
import { tryPlaybook } from "../playbook/try.ts";
import { principalOf } from "./principal.ts";

/** What is done by itself when something holds of an account. */
export function playbookRoutes(deps: Deps): Route[] {
  const { db, clock, newId, changed, stored } = deps;
  const by = (call: { principal: Principal | null }): By => {
    const { id, role } = principalOf(call);
    return { at: clock(), by: id, mayRun: role === "admin", newId };
  };
  const pausing = (verb: "pause" | "resume"): Route =>
    route({
      method: "POST",
      path: `/v1/playbooks/:id/${verb}`,
      access: verb === "pause" ? "author" : "admin",
      summary:
        verb === "pause"
          ? "Look and do nothing, for all accounts or for one."
          : "Let it do what has waited long enough, for all accounts or for one.",
      body: "playbook-pause",
      bodyOptional: true,
      reply: "stored-playbook",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const which = { id, account: call.body.account, paused: verb === "pause" };
        const body = await db.transaction(workspace, (sql) =>
          pausePlaybook(sql, workspace, which, by(call)),
        );
        changed?.(workspace);
        return { body };
      },
    });
  return [
    route({
      method: "GET",
      path: "/v1/playbooks",
      access: "viewer",
      summary: "All playbooks, with for how many accounts each holds and how often it fired.",
      reply: "playbook-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.read(workspace, (sql) => listPlaybooks(sql, workspace));
        return { body: { items } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/playbooks/ready",
      access: "viewer",
      summary: "Playbooks to begin with: put one under an id of your own, try it, resume it.",
      reply: "ready-playbooks",
      handle: async () => {
        const items = Object.entries(READY_PLAYBOOKS).map(([id, body]) => ({ id, body }));
        return { body: { items } };
      },
    }),
    route({
      method: "POST",
      path: "/v1/playbooks/try",
      access: "viewer",
      summary: "For which accounts, and when, a playbook would have fired in the last days.",
      body: "playbook-trial",
      reply: "playbook-tried",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return { body: await tryPlaybook(deps, workspace, call.body) };
      },
    }),
    route({
      method: "POST",
      path: "/v1/playbooks/check",
      access: "author",
      summary: "Look at all accounts now; answers when it is done.",
      reply: "playbook-pass",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await passPlaybooks(deps, workspace);
        stored?.(workspace);
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/playbooks/:id",
      access: "viewer",
      summary: "A playbook.",
      reply: "stored-playbook",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return { body: await db.read(workspace, (sql) => readPlaybook(sql, workspace, id)) };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/playbooks/:id",
      access: "author",
      summary:
        "Make or change a playbook. A new one is paused; one that runs is changed by admins.",
      body: "playbook",
      reply: "stored-playbook",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const id = parse(Id, call.params.id);
        if (!id.ok) throw badRequest(id.error.map((problem) => ({ ...problem, path: "id" })));
        const body = await db.transaction(workspace, (sql) =>
          putPlaybook(sql, workspace, { id: id.value, body: call.body }, by(call)),
        );
        changed?.(workspace);
        return { body };
      },
    }),
    route({
      method: "DELETE",
      path: "/v1/playbooks/:id",
      access: "admin",
      summary: "Take a playbook away; its runs stay.",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        await db.transaction(workspace, (sql) => removePlaybook(sql, workspace, id, by(call)));
        return { status: 204 };
      },
    }),
    pausing("pause"),
    pausing("resume"),
    route({
      method: "GET",
      path: "/v1/playbooks/:id/waiting",
      access: "viewer",
      summary: "For whom its condition holds, since when, and when it fires if that goes on.",
      reply: "playbook-waiting",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return { body: await db.read(workspace, (sql) => listWaiting(sql, workspace, id)) };
      },
    }),
    route({
      method: "GET",
      path: "/v1/playbooks/:id/acts",
      access: "viewer",
      summary: "Who wrote, paused, resumed and removed it.",
      reply: "playbook-acts",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return { body: await db.read(workspace, (sql) => listActs(sql, workspace, id)) };
      },
    }),
  ];
}
