import { readBundle, renewBundles } from "../bundle/bundle.ts";
import { readSigningKey } from "../bundle/signing.ts";
import type { Deps } from "../deps.ts";
import { ApiError } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { readOwnAccount } from "../query/own-account.ts";
import { principalOf } from "./principal.ts";

/** What a device needs of its workspace, and the settings that travel in the bundle. */
export function workspaceRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/workspace",
      access: "device",
      summary:
        "Which workspace and environment this key belongs to, and the key that signs its bundles.",
      reply: "workspace-info",
      handle: async (call) => {
        const { workspace, environment } = principalOf(call);
        return db.read(workspace, async (sql) => {
          const [row] = await sql.query<{ name: string }>(
            "SELECT name FROM workspaces WHERE id = $1",
            [workspace],
          );
          const key = await readSigningKey(sql, workspace);
          return { body: { workspace, name: row?.name ?? "", environment, ...key } };
        });
      },
    }),
    route({
      method: "GET",
      path: "/v1/bundle",
      access: "device",
      summary:
        "The signed bundle of everything published in the key's environment; 304 when the device has it.",
      reply: "signed-bundle",
      handle: async (call) => {
        const { workspace, environment } = principalOf(call);
        const bundle = await db.read(workspace, (sql) => readBundle(sql, workspace, environment));
        const { revision, ...signed } = bundle;
        const etag = `"${revision}"`;
        const headers = { ETag: etag, "Cache-Control": "private, no-cache", Vary: "Authorization" };
        return isKnown(call.request, etag) ? { status: 304, headers } : { body: signed, headers };
      },
    }),
    route({
      method: "GET",
      path: "/v1/me",
      access: "device",
      summary:
        "Attributes of the account that the token in the header Waymark-Identity vouches for, as far as something published asks for them.",
      reply: "own-account",
      handle: async (call) => {
        const principal = principalOf(call);
        const token = call.request.headers.get("waymark-identity");
        if (!token) {
          throw new ApiError(
            400,
            "bad_request",
            "The header Waymark-Identity is missing: a token.",
          );
        }
        const body = await readOwnAccount(db, principal, { token, now: clock() });
        if (!body) {
          throw new ApiError(403, "forbidden", "This needs a valid token in Waymark-Identity.");
        }
        return { body, headers: { "Cache-Control": "private, no-store" } };
      },
    }),
    route({
      method: "PUT",
      path: "/v1/settings/sync",
      access: "admin",
      summary: "Which raw events leave the devices. A publication: the bundle's revision grows.",
      body: "sync-policy",
      reply: "sync-policy",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return db.transaction(workspace, async (sql) => {
          const changed = await sql.query(
            "UPDATE workspaces SET sync_events = $2 WHERE id = $1 AND sync_events <> $2 RETURNING id",
            [workspace, call.body.events],
          );
          if (changed.length > 0) await renewBundles(sql, workspace, clock());
          return { body: call.body };
        });
      },
    }),
    route({
      method: "PUT",
      path: "/v1/settings/consent",
      access: "admin",
      summary:
        "Whether devices keep and send something before the person has agreed. A publication: the bundle's revision grows.",
      body: "consent-setting",
      reply: "consent-setting",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return db.transaction(workspace, async (sql) => {
          const changed = await sql.query(
            "UPDATE workspaces SET consent = $2 WHERE id = $1 AND consent <> $2 RETURNING id",
            [workspace, call.body.consent],
          );
          if (changed.length > 0) await renewBundles(sql, workspace, clock());
          return { body: call.body };
        });
      },
    }),
    route({
      method: "PUT",
      path: "/v1/settings/theme",
      access: "admin",
      summary:
        "How guides look that do not say so themselves. A publication: the bundle's revision grows.",
      body: "theme",
      reply: "theme",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return db.transaction(workspace, async (sql) => {
          const theme = JSON.stringify(call.body);
          const changed = await sql.query(
            `UPDATE workspaces SET theme = $2
             WHERE id = $1 AND theme IS DISTINCT FROM $2 RETURNING id`,
            [workspace, theme],
          );
          if (changed.length > 0) await renewBundles(sql, workspace, clock());
          return { body: call.body };
        });
      },
    }),
  ];
}

function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match")?.split(",") ?? [];
  return known.some((entry) => ["*", etag].includes(entry.trim().replace(/^W\//, "")));
}
