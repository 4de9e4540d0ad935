import { type DocumentKind, readDocument } from "../../lib/model/documents.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, badRequest, notFound } from "../http/errors.ts";
import type { Document, DocumentList, Version, VersionList } from "./schemas.ts";

type Body = Record<string, unknown>;

const COLUMNS = `d.id, d.draft_revision AS revision, d.updated_at AS "updatedAt",
  d.published_version AS published, v.body IS DISTINCT FROM d.draft AS changed,
  d.archived_at IS NOT NULL AS archived, d.draft AS body`;
const FROM = `documents d LEFT JOIN document_versions v
  ON v.workspace_id = d.workspace_id AND v.kind = d.kind AND v.id = d.id AND v.version = d.published_version`;

export async function listDocuments(
  sql: Sql,
  workspace: string,
  kind: DocumentKind,
): Promise<DocumentList> {
  const rows = await sql.query<Document>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE d.workspace_id = $1 AND d.kind = $2 ORDER BY d.id`,
    [workspace, kind],
  );
  return { items: rows.map(({ body, ...summary }) => ({ ...summary, name: body.name })) };
}

/** The document with its draft in the newest format. */
export async function readDraft(
  sql: Sql,
  workspace: string,
  kind: DocumentKind,
  id: string,
): Promise<Document> {
  const [row] = await sql.query<Document>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE d.workspace_id = $1 AND d.kind = $2 AND d.id = $3`,
    [workspace, kind, id],
  );
  if (!row) throw notFound(`document "${id}" among the ${kind}`);
  return { ...row, body: current(kind, row.body) };
}

export interface DraftWrite {
  id: string;
  body: unknown;
  /** The revision that the author saw; undefined: whatever is there. 0: none may be there. */
  expected: number | undefined;
  at: number;
  by: string;
}

/** Writes the draft, creating the document or bringing it back from the archive if need be. */
export async function writeDraft(
  sql: Sql,
  workspace: string,
  kind: DocumentKind,
  { id, body, expected, at, by }: DraftWrite,
): Promise<Document> {
  const result = readDocument(kind, body);
  if (!result.ok) throw badRequest(result.error);
  if (result.value.id !== id) {
    const found = JSON.stringify(result.value.id);
    throw badRequest([{ path: "id", found, allowed: `${JSON.stringify(id)}, as in the address` }]);
  }
  const rows = await sql.query(
    `INSERT INTO documents (workspace_id, kind, id, draft, draft_revision, updated_at, updated_by)
     SELECT $1::uuid, $2::text, $3::text, $4::jsonb, 1, $5::timestamptz, $6::uuid
     WHERE $7::bigint IS NULL OR $7::bigint = 0
        OR EXISTS (SELECT FROM documents WHERE workspace_id = $1 AND kind = $2 AND id = $3)
     ON CONFLICT (workspace_id, kind, id) DO UPDATE SET
       draft = excluded.draft, draft_revision = documents.draft_revision + 1,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by, archived_at = NULL
     WHERE $7::bigint IS NULL OR documents.draft_revision = $7::bigint
     RETURNING id`,
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
  if (rows.length === 0) {
    throw new ApiError(412, "precondition_failed", "Somebody else changed this draft meanwhile.");
  }
  return readDraft(sql, workspace, kind, id);
}

export async function listVersions(
  sql: Sql,
  workspace: string,
  kind: DocumentKind,
  id: string,
): Promise<VersionList> {
  await readDraft(sql, workspace, kind, id);
  const items = await sql.query<VersionList["items"][number]>(
    `SELECT version, published_at AS "publishedAt", published_by AS "publishedBy"
     FROM document_versions WHERE workspace_id = $1 AND kind = $2 AND id = $3 ORDER BY version`,
    [workspace, kind, id],
  );
  return { items };
}

/** A published version in the newest format; without `version`, the newest. */
export async function readVersion(
  sql: Sql,
  workspace: string,
  kind: DocumentKind,
  id: string,
  version?: number,
): Promise<Version> {
  const [row] = await sql.query<Version>(
    `SELECT version, published_at AS "publishedAt", published_by AS "publishedBy", body
     FROM document_versions
     WHERE workspace_id = $1 AND kind = $2 AND id = $3 AND ($4::int IS NULL OR version = $4::int)
     ORDER BY version DESC LIMIT 1`,
    [workspace, kind, id, version ?? null],
  );
  if (!row) throw notFound(`published version of "${id}" among the ${kind}`);
  return { ...row, body: current(kind, row.body) };
}

/** What was stored was valid once; if it cannot be read any more, that is a fault of ours. */
function current(kind: DocumentKind, stored: unknown): Body {
  const result = readDocument(kind, stored);
  if (!result.ok) throw new Error(`a stored document of ${kind} cannot be read`);
  return result.value;
}
