import { createPrivateKey, generateKeyPairSync, sign as signBytes } from "node:crypto";
import type { Sql } from "../db/database.ts";

/** The last 32 bytes of an Ed25519 key in SPKI form are the raw key. */
const RAW_KEY_BYTES = 32;

export interface PublicSigningKey {
  keyId: string;
  /** Raw, base64. */
  publicKey: string;
}

/** Makes the pair with which a workspace signs its bundles from now on. */
export async function createSigningKey(
  sql: Sql,
  workspace: string,
  keyId: string,
  at: number,
): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-RAW_KEY_BYTES);
  await sql.query(
    `INSERT INTO signing_keys (workspace_id, id, public_key, private_key, created_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [
      workspace,
      keyId,
      raw.toString("base64"),
      privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
      new Date(at).toISOString(),
    ],
  );
}

export async function readSigningKey(sql: Sql, workspace: string): Promise<PublicSigningKey> {
  const { keyId, publicKey } = await newestKey(sql, workspace);
  return { keyId, publicKey };
}

/** Ed25519 over the UTF-8 bytes of `payload`, base64. */
export async function sign(
  sql: Sql,
  workspace: string,
  payload: string,
): Promise<{ signature: string; keyId: string }> {
  const { keyId, privateKey } = await newestKey(sql, workspace);
  const key = createPrivateKey({
    key: Buffer.from(privateKey, "base64"),
    type: "pkcs8",
    format: "der",
  });
  const signature = signBytes(null, Buffer.from(payload, "utf8"), key);
  return { signature: signature.toString("base64"), keyId };
}

async function newestKey(sql: Sql, workspace: string) {
  const [row] = await sql.query<PublicSigningKey & { privateKey: string }>(
    `SELECT id AS "keyId", public_key AS "publicKey", private_key AS "privateKey"
     FROM signing_keys WHERE workspace_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [workspace],
  );
  if (!row) throw new Error("a workspace without signing key");
  return row;
}
