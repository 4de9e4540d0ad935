import { createHash, createPrivateKey, generateKeyPairSync, sign as signBytes } from "node:crypto";
import type { BundleKey } from "../../lib/model/bundle.ts";
import type { Sql } from "../db/database.ts";

/** The last 32 bytes of an Ed25519 key in SPKI form are the raw key. */
const RAW_KEY_BYTES = 32;

/** A key with which something can be signed. */
export interface OwnKey extends BundleKey {
  /** PKCS8, DER, base64. */
  privateKey: string;
}

/** The keys of a workspace: one signs its bundles, the other will be next and is announced in them. */
export interface KeysInUse {
  signs: OwnKey;
  announced: OwnKey;
}

/** Makes a pair. A new one is known by the first characters of its SHA-256. */
export async function createSigningKey(
  sql: Sql,
  workspace: string,
  state: "announced" | "signs",
  at: number,
): Promise<OwnKey> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-RAW_KEY_BYTES);
  const key: OwnKey = {
    keyId: `key-${createHash("sha256").update(raw).digest("hex").slice(0, 12)}`,
    publicKey: raw.toString("base64"),
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
  };
  await sql.query(
    `INSERT INTO signing_keys (workspace_id, id, public_key, private_key, created_at, state, signs_from)
     VALUES ($1, $2, $3, $4, $5, $6::text, CASE WHEN $6::text = 'signs' THEN $5::timestamptz END)`,
    [workspace, key.keyId, key.publicKey, key.privateKey, new Date(at).toISOString(), state],
  );
  return key;
}

export async function readSigningKey(sql: Sql, workspace: string): Promise<BundleKey> {
  const { keyId, publicKey } = await keyThat(sql, workspace, "signs");
  return { keyId, publicKey };
}

/** Makes the one that is announced where there is none yet. The workspace has to be locked. */
export async function ensureKeys(sql: Sql, workspace: string, at: number): Promise<KeysInUse> {
  const found = await findKey(sql, workspace, "announced");
  return {
    signs: await keyThat(sql, workspace, "signs"),
    announced: found ?? (await createSigningKey(sql, workspace, "announced", at)),
  };
}

/** Ed25519 over the UTF-8 bytes of `payload`, base64. */
export function sign({ privateKey }: OwnKey, payload: string): string {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, "base64"),
    type: "pkcs8",
    format: "der",
  });
  return signBytes(null, Buffer.from(payload, "utf8"), key).toString("base64");
}

async function keyThat(sql: Sql, workspace: string, state: "signs"): Promise<OwnKey> {
  const key = await findKey(sql, workspace, state);
  if (!key) throw new Error("a workspace without signing key");
  return key;
}

async function findKey(
  sql: Sql,
  workspace: string,
  state: "announced" | "signs",
): Promise<OwnKey | undefined> {
  const [row] = await sql.query<OwnKey>(
    `SELECT id AS "keyId", public_key AS "publicKey", private_key AS "privateKey"
     FROM signing_keys WHERE workspace_id = $1 AND state = $2`,
    [workspace, state],
  );
  return row;
}
