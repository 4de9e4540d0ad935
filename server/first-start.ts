import { RETENTION_DEFAULTS } from "../lib/model/retention.ts";
import { createCredential } from "./auth/credentials.ts";
import { renewBundle } from "./bundle/bundle.ts";
import { createSigningKey } from "./bundle/signing.ts";
import type { Deps } from "./deps.ts";

export interface FirstStart {
  workspace: string;
  writeKey: string;
  adminToken: string;
}

/** Secrets that the operator chose; without one a random one is made. */
export interface ChosenSecrets {
  writeKey: string | undefined;
  adminToken: string | undefined;
}

export async function hasWorkspace({ db }: Pick<Deps, "db">): Promise<boolean> {
  const rows = await db.transaction(null, (sql) => sql.query("SELECT id FROM workspaces LIMIT 1"));
  return rows.length > 0;
}

/** Makes a workspace with everything that it needs to be used: keys, a token, and an empty bundle of revision 1. */
export async function createWorkspace(
  deps: Pick<Deps, "db" | "clock" | "newId" | "newSecret">,
  name: string,
  chosen: ChosenSecrets,
): Promise<FirstStart> {
  const workspace = deps.newId();
  const at = deps.clock();
  const { days, imports, audit } = RETENTION_DEFAULTS;
  return deps.db.transaction(workspace, async (sql) => {
    await sql.query(
      `INSERT INTO workspaces (id, name, sync_events, created_at, retention_days, import_days, audit_days)
       VALUES ($1, $2, 'off', $3, $4, $5, $6)`,
      [workspace, name, new Date(at).toISOString(), days, imports, audit],
    );
    await createSigningKey(sql, workspace, "signs", at);
    await renewBundle(sql, workspace, "production", at);
    const writeKey = await createCredential(sql, deps, workspace, {
      kind: "write_key",
      name: "First write key",
      role: null,
      environment: "production",
      secret: chosen.writeKey,
    });
    const admin = await createCredential(sql, deps, workspace, {
      kind: "token",
      name: "First administrator",
      role: "admin",
      environment: "production",
      secret: chosen.adminToken,
    });
    return { workspace, writeKey: writeKey.secret, adminToken: admin.secret };
  });
}

/** What the person at the terminal is told, once. Secrets that they chose themselves are not repeated. */
export function welcome(url: string, made: FirstStart, chosen: ChosenSecrets): string {
  const shown = (value: string, given: string | undefined, variable: string) =>
    given === undefined ? value : `(the one in ${variable})`;
  return [
    "",
    "  Waymark has a new workspace. Keep these two, they are shown only now:",
    "",
    `    Server       ${url}`,
    `    Write key    ${shown(made.writeKey, chosen.writeKey, "WAYMARK_WRITE_KEY")}`,
    `    Admin token  ${shown(made.adminToken, chosen.adminToken, "WAYMARK_ADMIN_TOKEN")}`,
    "",
    "  Next: open the extension's options, paste server and write key, and connect.",
    "  The console asks for the admin token. The API is described at /openapi.json.",
    "",
  ].join("\n");
}
