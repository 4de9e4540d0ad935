import {
  listSigningKeys,
  readHandovers,
  retireSigningKey,
  rotateSigningKey,
} from "../bundle/rotation.ts";
import type { Sql } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

/** The keys with which a workspace signs its bundles: R78 of docs/spec/delivery.md. */
export function signingKeyRoutes({ db, clock }: Deps): Route[] {
  const list = async (sql: Sql, workspace: string) => ({
    body: { items: await listSigningKeys(sql, workspace) },
  });
  const listAfter = (workspace: string, change: (sql: Sql) => Promise<void>) =>
    db.transaction(workspace, async (sql) => {
      await change(sql);
      return list(sql, workspace);
    });
  return [
    route({
      method: "GET",
      path: "/v1/bundle/handovers",
      access: "device",
      summary:
        "What keys that were replaced say of the ones after them, so that a device that was away learns the one that signs.",
      reply: "handover-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.read(workspace, (sql) => readHandovers(sql, workspace, clock()));
        return { body: { items } };
      },
    }),
    route({
      method: "GET",
      path: "/v1/signing-keys",
      access: "admin",
      summary: "List the keys with which bundles are, will be and were signed.",
      reply: "signing-key-list",
      handle: (call) => {
        const { workspace } = principalOf(call);
        return db.read(workspace, (sql) => list(sql, workspace));
      },
    }),
    route({
      method: "POST",
      path: "/v1/signing-keys",
      access: "admin",
      summary:
        "Replace the key that signs by the announced one, and announce another. Devices follow by themselves. A publication: the bundle's revision grows.",
      reply: "signing-key-list",
      handle: (call) => {
        const { workspace } = principalOf(call);
        return listAfter(workspace, (sql) => rotateSigningKey(sql, workspace, clock()));
      },
    }),
    route({
      method: "DELETE",
      path: "/v1/signing-keys/:id",
      access: "admin",
      summary:
        "Trust a key no more, from now on, such as when somebody else may have it. Where it signs, the announced one takes over; devices that never heard of that one have to be connected again.",
      reply: "signing-key-list",
      handle: (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return listAfter(workspace, (sql) => retireSigningKey(sql, workspace, id, clock()));
      },
    }),
  ];
}
