import { type DocumentKind, readDocument } from "../../lib/model/documents.ts";
import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";
import type { Document, DocumentList, Version, VersionList } from "./schemas.ts";

type Body = Record<string, unknown>;

const COLUMNS = `d.id, d.draft_revision AS revision, d.updated_at AS "updatedAt",
  d.published_version AS published, v.body IS DISTINCT FROM d.draft AS changed,
  d.staging_version AS staging, s.body IS DISTINCT FROM d.draft AS "stagingChanged", d.review,
  d.archived_at IS NOT NULL AS archived, d.draft AS body`;
const FROM = `documents d LEFT JOIN document_versions v
  ON v.workspace_id = d.workspace_id AND v.kind = d.kind AND v.id = d.id AND v.version = d.published_version
  LEFT JOIN document_versions s
  ON s.workspace_id = d.workspace_id AND s.kind = d.kind AND s.id = d.id AND s.version = d.staging_version`;

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

/** A published version in the newest format; without `version` the one in force in production, else the newest. */
export async function readVersion(
  sql: Sql,
  workspace: string,
  kind: DocumentKind,
  id: string,
  version?: number,
): Promise<Version> {
  const [row] = await sql.query<Version>(
    `SELECT v.version, v.published_at AS "publishedAt", v.published_by AS "publishedBy", v.body
     FROM document_versions v JOIN documents d USING (workspace_id, kind, id)
     WHERE v.workspace_id = $1 AND v.kind = $2 AND v.id = $3 AND ($4::int IS NULL OR v.version = $4::int)
     ORDER BY v.version IS NOT DISTINCT FROM d.published_version DESC, v.version DESC LIMIT 1`,
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
