import type { Handover, SignedBundle, SigningKey } from "../../lib/model/bundle.ts";
import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";
import { lockWorkspace, renewBundles } from "./bundle.ts";
import { createSigningKey, ensureKeys, type KeysInUse, sign } from "./signing.ts";

/** So long a key that was replaced vouches for the next one, so that devices that were away may follow. */
const HANDOVER_MS = 90 * 86_400_000;

/** The announced key, the one that signs, and those that signed, the last first. */
export async function listSigningKeys(sql: Sql, workspace: string): Promise<SigningKey[]> {
  const rows = await sql.query<Omit<SigningKey, "handsOverUntil">>(
    `SELECT id AS "keyId", state, created_at AS "createdAt",
       CASE WHEN state <> 'announced' THEN coalesce(signs_from, created_at) END AS "signsFrom",
       signs_until AS "signsUntil"
     FROM signing_keys WHERE workspace_id = $1 ORDER BY signs_until DESC NULLS FIRST, state, id`,
    [workspace],
  );
  return rows.map((key) => ({
    ...key,
    handsOverUntil:
      key.state === "replaced" && key.signsUntil !== null ? key.signsUntil + HANDOVER_MS : null,
  }));
}

/**
 * The announced key signs from now on, and another is announced. The one that signed vouches for it and then loses its
 * private half.
 */
export async function rotateSigningKey(sql: Sql, workspace: string, at: number): Promise<void> {
  await lockWorkspace(sql, workspace);
  const keys = await ensureKeys(sql, workspace, at);
  const { keyId, publicKey } = keys.announced;
  const handover: Handover = { workspace, handsOverTo: { keyId, publicKey }, at };
  const payload = JSON.stringify(handover);
  await sql.query(
    `UPDATE signing_keys SET handover = $3, handover_signature = $4 WHERE workspace_id = $1 AND id = $2`,
    [workspace, keys.signs.keyId, payload, sign(keys.signs, payload)],
  );
  await stepUp(sql, workspace, keys, "replaced", at);
}

/**
 * Nobody is to trust this key any more, from now on: what it vouched for is told no more, and where it signed or would
 * have been next another takes its place.
 */
export async function retireSigningKey(
  sql: Sql,
  workspace: string,
  id: string,
  at: number,
): Promise<void> {
  await lockWorkspace(sql, workspace);
  const keys = await ensureKeys(sql, workspace, at);
  if (id === keys.signs.keyId) return stepUp(sql, workspace, keys, "retired", at);
  const rows = await sql.query(
    `UPDATE signing_keys SET state = 'retired', private_key = NULL, handover = NULL, handover_signature = NULL
     WHERE workspace_id = $1 AND id = $2 RETURNING id`,
    [workspace, id],
  );
  if (rows.length === 0) throw notFound("signing key with this id");
  if (id === keys.announced.keyId) await renewBundles(sql, workspace, at);
}

async function stepUp(
  sql: Sql,
  workspace: string,
  { signs, announced }: KeysInUse,
  before: "replaced" | "retired",
  at: number,
): Promise<void> {
  const time = new Date(at).toISOString();
  await sql.query(
    `UPDATE signing_keys SET state = $3, private_key = NULL, signs_until = $4
     WHERE workspace_id = $1 AND id = $2`,
    [workspace, signs.keyId, before, time],
  );
  await sql.query(
    "UPDATE signing_keys SET state = 'signs', signs_from = $3 WHERE workspace_id = $1 AND id = $2",
    [workspace, announced.keyId, time],
  );
  await createSigningKey(sql, workspace, "announced", at);
  await renewBundles(sql, workspace, at);
}

/** What keys said of the ones after them, as far as it still counts. */
export function readHandovers(sql: Sql, workspace: string, now: number): Promise<SignedBundle[]> {
  return sql.query<SignedBundle>(
    `SELECT id AS "keyId", handover AS payload, handover_signature AS signature FROM signing_keys
     WHERE workspace_id = $1 AND state = 'replaced' AND signs_until > $2 ORDER BY signs_until`,
    [workspace, new Date(now - HANDOVER_MS).toISOString()],
  );
}
