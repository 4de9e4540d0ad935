import { createHash } from "node:crypto";
import type { Environment } from "../../lib/model/environment.ts";
import { RULES } from "../../lib/model/rule.ts";
import { lockWorkspace } from "../bundle/bundle.ts";
import type { Sql } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { ApiError, notFound } from "../http/errors.ts";
import type { Credential, NewCredential, Role } from "./schemas.ts";

/** Secrets are random and long, so a plain hash is enough: there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The secret of `Authorization: Bearer SECRET` or `Basic SECRET:`, or undefined. */
export function readSecret(header: string | null): string | undefined {
  const [scheme, value] = header?.trim().split(/ +/, 2) ?? [];
  if (!scheme || !value) return undefined;
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  return Buffer.from(value, "base64").toString("utf8").split(":", 1)[0] || undefined;
}

export interface CredentialDraft {
  kind: Credential["kind"];
  name: string;
  role: Role | null;
  environment: Environment;
  /** Given by an operator; else a random one is made. */
  secret?: string | undefined;
}

export async function createCredential(
  sql: Sql,
  deps: Pick<Deps, "clock" | "newId" | "newSecret">,
  workspace: string,
  draft: CredentialDraft,
): Promise<NewCredential> {
  const secret = draft.secret ?? `${draft.kind === "token" ? "wmt" : "wmk"}_${deps.newSecret()}`;
  const credential: NewCredential = {
    id: deps.newId(),
    kind: draft.kind,
    name: draft.name,
    role: draft.role,
    environment: draft.environment,
    hint: secret.slice(-4),
    createdAt: deps.clock(),
    revokedAt: null,
    secret,
  };
  await sql.query(
    `INSERT INTO credentials (hash, workspace_id, id, kind, role, environment, name, hint, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      hashSecret(secret),
      workspace,
      credential.id,
      credential.kind,
      credential.role,
      credential.environment,
      credential.name,
      credential.hint,
      new Date(credential.createdAt).toISOString(),
    ],
  );
  return credential;
}

const COLUMNS =
  'id, kind, name, role, environment, hint, created_at AS "createdAt", revoked_at AS "revokedAt"';

export function listCredentials(
  sql: Sql,
  workspace: string,
  kind: Credential["kind"],
): Promise<Credential[]> {
  return sql.query<Credential>(
    `SELECT ${COLUMNS}
     FROM credentials WHERE workspace_id = $1 AND kind = $2 ORDER BY created_at, id`,
    [workspace, kind],
  );
}

/** The last administrator's token stays: R82 of docs/spec/delivery.md. */
export async function revokeCredential(
  sql: Sql,
  workspace: string,
  kind: Credential["kind"],
  id: string,
  at: number,
): Promise<Credential> {
  // Two administrators who revoke each other's token at once do it one after the other.
  await lockWorkspace(sql, workspace);
  if (await isLastAdmin(sql, workspace, id)) {
    throw new ApiError(409, "conflict", RULES.lastAdmin);
  }
  const [row] = await sql.query<Credential>(
    `UPDATE credentials SET revoked_at = coalesce(revoked_at, $4)
     WHERE workspace_id = $1 AND kind = $2 AND id::text = $3
     RETURNING ${COLUMNS}`,
    [workspace, kind, id, new Date(at).toISOString()],
  );
  if (!row) throw notFound("key or token with this id");
  return row;
}

async function isLastAdmin(sql: Sql, workspace: string, id: string): Promise<boolean> {
  const admins = await sql.query<{ id: string }>(
    `SELECT id FROM credentials
     WHERE workspace_id = $1 AND kind = 'token' AND role = 'admin' AND revoked_at IS NULL LIMIT 2`,
    [workspace],
  );
  return admins.length === 1 && admins[0]?.id === id;
}
