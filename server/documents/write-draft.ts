import { readDocument } from "../../lib/model/documents.ts";
import type { Sql } from "../db/database.ts";
import { badRequest } from "../http/errors.ts";
import { type Act, changedMeanwhile } from "./act.ts";
import { writeDown } from "./history.ts";
import type { Document } from "./schemas.ts";
import { readDraft } from "./store.ts";

/**
 * Writes the draft, creating the document or bringing it back from the archive if need be. An approval was of what stood
 * there before. With `expected` of 0, no document may be there.
 */
export async function writeDraft(sql: Sql, act: Act, body: unknown): Promise<Document> {
  const { workspace, kind, id, expected, at, by } = act;
  const result = readDocument(kind, body);
  if (!result.ok) throw badRequest(result.error);
  if (result.value.id !== id) {
    const found = JSON.stringify(result.value.id);
    throw badRequest([{ path: "id", found, allowed: `${JSON.stringify(id)}, as in the address` }]);
  }
  const [row] = await sql.query<{ revision: number }>(
    `INSERT INTO documents (workspace_id, kind, id, draft, draft_revision, updated_at, updated_by)
     SELECT $1::uuid, $2::text, $3::text, $4::jsonb, 1, $5::timestamptz, $6::uuid
     WHERE $7::bigint IS NULL OR $7::bigint = 0
        OR EXISTS (SELECT FROM documents WHERE workspace_id = $1 AND kind = $2 AND id = $3)
     ON CONFLICT (workspace_id, kind, id) DO UPDATE SET
       draft = excluded.draft, draft_revision = documents.draft_revision + 1,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by, archived_at = NULL,
       review = CASE WHEN documents.draft = excluded.draft THEN documents.review ELSE 'draft' END
     WHERE $7::bigint IS NULL OR documents.draft_revision = $7::bigint
     RETURNING draft_revision AS revision`,
    [
      workspace,
      kind,
      id,
      JSON.stringify(result.value),
      new Date(at).toISOString(),
      by,
      expected ?? null,
    ],
  );
  if (!row) throw changedMeanwhile();
  await writeDown(sql, act, { act: row.revision === 1 ? "created" : "saved" });
  return readDraft(sql, workspace, kind, id);
}
