import { createPublicKey } from "node:crypto";
import { compactVerify, importSPKI } from "jose";
import * as z from "zod/mini";
import { parseJson } from "../../lib/model/parse.ts";
import type { Sql } from "../db/database.ts";
import { badRequest, notFound } from "../http/errors.ts";
import type { IdentityKey, NewIdentityKey } from "./schemas.ts";

/** What a host's back end signs about a person who is logged in there. Times in seconds. */
const Claims = z.object({
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nbf: z.optional(z.number()),
  /** The account whose attributes the person's device may know. */
  account: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(200))), undefined),
});
type Claims = z.infer<typeof Claims>;

export interface StoredIdentityKey {
  id: string;
  algorithm: IdentityKey["algorithm"];
  key: string;
}

/** No token lives longer, so a stolen one is soon worthless. */
const MAX_LIFE_S = 3600;
/** How far the clocks of host, device and server may disagree. */
const LEEWAY_S = 60;

/**
 * Says whether `token` vouches for `user` at the time of an event. The time is the event's, not that of arrival:
 * what happened offline is sent later.
 */
export type Verify = (token: string, user: string, at: number) => Promise<boolean>;

export function createVerifier(workspace: string, keys: readonly StoredIdentityKey[]): Verify {
  const signed = new Map<string, Promise<Claims | null>>();
  return async (token, user, at) => {
    const reading = signed.get(token) ?? readClaims(token, keys);
    signed.set(token, reading);
    const claims = await reading;
    return claims !== null && vouches(claims, workspace, user, at / 1000);
  };
}

/** Whom a token vouches for at a time, epoch ms; null for nobody. */
export async function readVouched(
  token: string,
  { workspace, keys, at }: { workspace: string; keys: readonly StoredIdentityKey[]; at: number },
): Promise<{ user: string; account: string | null } | null> {
  const claims = await readClaims(token, keys);
  if (!claims || !vouches(claims, workspace, claims.sub, at / 1000)) return null;
  return { user: claims.sub, account: claims.account ?? null };
}

function vouches(claims: Claims, workspace: string, user: string, at: number): boolean {
  return (
    claims.sub === user &&
    [claims.aud].flat().includes(workspace) &&
    claims.exp >= at - LEEWAY_S &&
    claims.exp <= at + MAX_LIFE_S + LEEWAY_S &&
    (claims.nbf ?? 0) <= at + LEEWAY_S
  );
}

async function readClaims(
  token: string,
  keys: readonly StoredIdentityKey[],
): Promise<Claims | null> {
  for (const key of keys) {
    try {
      const { payload, protectedHeader } = await compactVerify(token, await importKey(key), {
        algorithms: [key.algorithm],
      });
      if (protectedHeader.kid !== undefined && protectedHeader.kid !== key.id) continue;
      const claims = parseJson(Claims, new TextDecoder().decode(payload));
      if (claims.ok) return claims.value;
    } catch {
      // Not signed with this key: the next one may fit.
    }
  }
  return null;
}

function importKey({ algorithm, key }: StoredIdentityKey) {
  return algorithm === "HS256" ? new TextEncoder().encode(key) : importSPKI(key, "EdDSA");
}

export function readIdentityKeys(sql: Sql, workspace: string): Promise<StoredIdentityKey[]> {
  return sql.query<StoredIdentityKey>(
    "SELECT id, algorithm, key FROM identity_keys WHERE workspace_id = $1 ORDER BY created_at DESC, id",
    [workspace],
  );
}

export function listIdentityKeys(sql: Sql, workspace: string): Promise<IdentityKey[]> {
  return sql.query<IdentityKey>(
    `SELECT id, algorithm, created_at AS "createdAt" FROM identity_keys
     WHERE workspace_id = $1 ORDER BY created_at, id`,
    [workspace],
  );
}

/** Keeps a key; answers with the secret that was made for HS256. Two keys may live side by side while one is replaced. */
export async function addIdentityKey(
  sql: Sql,
  workspace: string,
  draft: NewIdentityKey,
  made: { at: number; secret: string },
): Promise<IdentityKey | "exists"> {
  const key = draft.algorithm === "HS256" ? made.secret : publicKey(draft.publicKey);
  const rows = await sql.query(
    `INSERT INTO identity_keys (workspace_id, id, algorithm, key, created_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
    [workspace, draft.id, draft.algorithm, key, new Date(made.at).toISOString()],
  );
  if (rows.length === 0) return "exists";
  const added: IdentityKey = { id: draft.id, algorithm: draft.algorithm, createdAt: made.at };
  return draft.algorithm === "HS256" ? { ...added, secret: made.secret } : added;
}

export async function removeIdentityKey(sql: Sql, workspace: string, id: string): Promise<void> {
  const rows = await sql.query(
    "DELETE FROM identity_keys WHERE workspace_id = $1 AND id = $2 RETURNING id",
    [workspace, id],
  );
  if (rows.length === 0) throw notFound("identity key with this id");
}

function publicKey(pem: string): string {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === "ed25519")
      return key.export({ type: "spki", format: "pem" }).toString();
  } catch {
    // Reported below, with everything else that is no Ed25519 key.
  }
  throw badRequest([
    { path: "publicKey", found: "another text", allowed: "an Ed25519 public key as PEM" },
  ]);
}
