import {
  type CredentialDraft,
  createCredential,
  listCredentials,
  revokeCredential,
} from "../auth/credentials.ts";
import type { Gate } from "../auth/gate.ts";
import { addIdentityKey, listIdentityKeys, removeIdentityKey } from "../auth/identity.ts";
import type { Credential } from "../auth/schemas.ts";
import { ensureBundle } from "../bundle/bundle.ts";
import type { Deps } from "../deps.ts";
import { ApiError } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

/** Keys and tokens, for administrators. */
export function keyRoutes(deps: Deps, gate: Gate): Route[] {
  return [
    route({
      method: "POST",
      path: "/v1/tokens",
      access: "admin",
      summary: "Make a personal token. Its secret is told once.",
      body: "new-token",
      reply: "new-credential",
      handle: (call) =>
        create(deps, principalOf(call).workspace, {
          kind: "token",
          environment: "production",
          ...call.body,
        }),
    }),
    route({
      method: "POST",
      path: "/v1/write-keys",
      access: "admin",
      summary:
        "Make a write key, of production unless staging is asked for. Its secret is told once.",
      body: "new-write-key",
      reply: "new-credential",
      handle: (call) =>
        create(deps, principalOf(call).workspace, {
          kind: "write_key",
          role: null,
          environment: "production",
          ...call.body,
        }),
    }),
    ...listAndRevoke(deps, gate, "/v1/tokens", "token"),
    ...listAndRevoke(deps, gate, "/v1/write-keys", "write_key"),
    ...identityKeyRoutes(deps),
  ];
}

async function create(deps: Deps, workspace: string, draft: CredentialDraft) {
  const body = await deps.db.transaction(workspace, async (sql) => {
    await ensureBundle(sql, workspace, draft.environment, deps.clock());
    return createCredential(sql, deps, workspace, draft);
  });
  return { status: 201, body };
}

function listAndRevoke(
  { db, clock }: Deps,
  gate: Gate,
  path: string,
  kind: Credential["kind"],
): Route[] {
  return [
    route({
      method: "GET",
      path,
      access: "admin",
      summary: "List, without secrets.",
      reply: "credential-list",
      handle: async (call) => {
        const { workspace, id: own } = principalOf(call);
        const items = await db.read(workspace, (sql) => listCredentials(sql, workspace, kind));
        return { body: { items, own } };
      },
    }),
    route({
      method: "DELETE",
      path: `${path}/:id`,
      access: "admin",
      summary: "Revoke: refused from now on, by other servers of the database within seconds.",
      reply: "credential",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.transaction(workspace, (sql) =>
          revokeCredential(sql, workspace, kind, id, clock()),
        );
        gate.forget();
        return { body };
      },
    }),
  ];
}

function identityKeyRoutes({ db, clock, newSecret }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/identity-keys",
      access: "admin",
      summary: "List the keys with which the host vouches for its users.",
      reply: "identity-key-list",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const items = await db.read(workspace, (sql) => listIdentityKeys(sql, workspace));
        return { body: { items } };
      },
    }),
    route({
      method: "POST",
      path: "/v1/identity-keys",
      access: "admin",
      summary: "Add an Ed25519 public key, or let the server make an HS256 secret, told once.",
      body: "new-identity-key",
      reply: "identity-key",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const made = { at: clock(), secret: newSecret() };
        const body = await db.transaction(workspace, (sql) =>
          addIdentityKey(sql, workspace, call.body, made),
        );
        if (body === "exists") {
          throw new ApiError(
            409,
            "conflict",
            `There is an identity key "${call.body.id}" already.`,
          );
        }
        return { status: 201, body };
      },
    }),
    route({
      method: "DELETE",
      path: "/v1/identity-keys/:id",
      access: "admin",
      summary: "Remove: tokens signed with it vouch for nobody any more.",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        await db.transaction(workspace, (sql) => removeIdentityKey(sql, workspace, id));
        return { status: 204 };
      },
    }),
  ];
}
