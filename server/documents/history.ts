import type { DocumentAct, DocumentHistory } from "../../lib/model/document-history.ts";
import type { DocumentKind } from "../../lib/model/documents.ts";
import type { Environment } from "../../lib/model/environment.ts";
import type { Sql } from "../db/database.ts";
import type { Act } from "./act.ts";
import { readDraft } from "./store.ts";

/** Acts in one answer. */
const PAGE = 100;

export interface Done {
  act: DocumentAct["act"];
  environment?: Environment;
  version?: number;
  note?: string;
}

/**
 * Writes down what was done, in its transaction, which must have locked the row of the document or written to it: acts
 * are numbered without gaps. Saves of one person in a row are one act.
 */
export async function writeDown(
  sql: Sql,
  { workspace, kind, id, at, by }: Act,
  { act, environment, version, note }: Done,
): Promise<void> {
  await sql.query(
    `WITH last AS (
       SELECT number, act, done_by FROM document_acts
       WHERE workspace_id = $1::uuid AND kind = $2::text AND id = $3::text ORDER BY number DESC LIMIT 1),
     folded AS (
       UPDATE document_acts a SET last_at = $5::timestamptz, times = times + 1 FROM last
       WHERE a.workspace_id = $1::uuid AND a.kind = $2::text AND a.id = $3::text AND a.number = last.number
         AND last.act = 'saved' AND $4::text = 'saved' AND last.done_by = $6::uuid
       RETURNING a.number)
     INSERT INTO document_acts
       (workspace_id, kind, id, number, act, at, last_at, times, done_by, environment, version, note)
     SELECT $1::uuid, $2::text, $3::text, coalesce((SELECT number FROM last), 0) + 1, $4::text,
       $5::timestamptz, $5::timestamptz, 1, $6::uuid, $7::text, $8::int, $9::text
     WHERE NOT EXISTS (SELECT FROM folded)`,
    [
      workspace,
      kind,
      id,
      act,
      new Date(at).toISOString(),
      by,
      environment ?? null,
      version ?? null,
      note ?? null,
    ],
  );
}

/** What was done with a document, newest first; those before the number `before`, if there is one. */
export async function readHistory(
  sql: Sql,
  workspace: string,
  { kind, id, before }: { kind: DocumentKind; id: string; before: number | undefined },
): Promise<DocumentHistory> {
  await readDraft(sql, workspace, kind, id);
  const rows = await sql.query<DocumentAct>(
    `SELECT a.number, a.act, coalesce(c.name, '') AS by, a.at, a.times, a.last_at AS "lastAt", a.environment,
       a.version, a.note
     FROM document_acts a LEFT JOIN credentials c ON c.workspace_id = a.workspace_id AND c.id = a.done_by
     WHERE a.workspace_id = $1 AND a.kind = $2 AND a.id = $3 AND ($4::int IS NULL OR a.number < $4::int)
     ORDER BY a.number DESC LIMIT $5::int`,
    [workspace, kind, id, before ?? null, PAGE + 1],
  );
  const items = rows.slice(0, PAGE);
  return { items, next: rows.length > PAGE ? (items.at(-1)?.number ?? null) : null };
}
