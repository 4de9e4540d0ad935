import type { Sql } from "../db/database.ts";
import type { PrivacyAct } from "./schemas.ts";

export interface NewAct extends PrivacyAct {
  workspace: string;
}

/** Notes who asked for what. Nothing that is noted is changed or removed. */
export async function noteAct(sql: Sql, act: NewAct): Promise<void> {
  await sql.query(
    `INSERT INTO privacy_acts (workspace_id, id, at, act, subject, fingerprint, proof, asked_by, events)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      act.workspace,
      act.id,
      new Date(act.at).toISOString(),
      act.act,
      act.subject,
      act.fingerprint,
      act.proof,
      act.askedBy,
      act.events,
    ],
  );
}

/** The newest first. */
export function listActs(sql: Sql, workspace: string, limit: number): Promise<PrivacyAct[]> {
  return sql.query<PrivacyAct>(
    `SELECT id, at, act, subject, fingerprint, proof, asked_by AS "askedBy", events FROM privacy_acts
     WHERE workspace_id = $1 ORDER BY at DESC, id DESC LIMIT $2::int`,
    [workspace, limit],
  );
}
