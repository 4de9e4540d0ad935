import type { Change, Saying } from "../accounts/record.ts";
import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";

/** Writes down what was changed of people, in its transaction; it goes when they are deleted. */
export async function writeUserChanges(
  sql: Sql,
  workspace: string,
  changes: readonly (Change & { id: string })[],
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, field, before, beforeSource, after }) => ({
    user_id: id,
    id: newId(),
    subject: field,
    before,
    before_source: beforeSource,
    after,
  }));
  await sql.query(
    `INSERT INTO user_changes
       (workspace_id, user_id, id, at, source, done_by, subject, before, before_source, after, import_id)
     SELECT $1::uuid, user_id, id, $3::timestamptz, $4, $5::uuid, subject, nullif(before, 'null'),
       nullif(before_source, 'null'), nullif(after, 'null'), $6::uuid
     FROM jsonb_to_recordset($2::jsonb) AS r (user_id text, id uuid, subject text, before jsonb,
       before_source jsonb, after jsonb)`,
    [workspace, JSON.stringify(rows), isoOf(saying.at), saying.source, saying.by, saying.import],
  );
}
