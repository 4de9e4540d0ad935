import type { DocumentKind } from "../../lib/model/documents.ts";
import { missingAssets } from "../assets/store.ts";
import { lockRevision, renewBundle } from "../bundle/bundle.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, badRequest } from "../http/errors.ts";
import { missingReferences, readPublished, usersOf } from "./published.ts";
import type { Publication } from "./schemas.ts";
import { readDraft } from "./store.ts";

export interface Act {
  workspace: string;
  kind: DocumentKind;
  id: string;
  at: number;
  /** Credential of the person. */
  by: string;
}

/**
 * Makes the draft a new immutable version and puts it into the bundle. A draft that is in force already is left as it
 * is, so a publication whose answer was lost can be asked for again.
 */
export async function publish(sql: Sql, act: Act): Promise<Publication & { created: boolean }> {
  const { workspace, kind, id, at, by } = act;
  const revision = await lockRevision(sql, workspace);
  const draft = await readDraft(sql, workspace, kind, id);
  if (draft.published !== null && !draft.changed) {
    return { version: draft.published, revision, created: false };
  }
  const published = await readPublished(sql, workspace);
  const problems = [
    ...missingReferences({ kind, body: draft.body } as never, published).map((reference) => ({
      path: reference.path,
      found: JSON.stringify(reference.id),
      allowed: `the id of one of the published ${reference.kind}`,
    })),
    ...(kind === "guides" ? await missingAssets(sql, workspace, draft.body as never) : []),
  ];
  if (problems.length > 0) throw badRequest(problems);
  const [row] = await sql.query<{ version: number }>(
    `INSERT INTO document_versions (workspace_id, kind, id, version, body, published_at, published_by)
     SELECT $1::uuid, $2::text, $3::text, coalesce(max(version), 0) + 1, $4::jsonb, $5::timestamptz, $6::uuid
     FROM document_versions WHERE workspace_id = $1 AND kind = $2 AND id = $3
     RETURNING version`,
    [workspace, kind, id, JSON.stringify(draft.body), new Date(at).toISOString(), by],
  );
  const version = row?.version ?? 1;
  await sql.query(
    `UPDATE documents SET published_version = $4, archived_at = NULL,
       draft = CASE WHEN draft_revision = $5 THEN $6::jsonb ELSE draft END
     WHERE workspace_id = $1 AND kind = $2 AND id = $3`,
    [workspace, kind, id, version, draft.revision, JSON.stringify(draft.body)],
  );
  return { version, revision: await renewBundle(sql, workspace, at), created: true };
}

/** Takes a document out of the bundle and out of sight. Its versions stay. Refused while published documents need it. */
export async function archive(sql: Sql, act: Act): Promise<Publication> {
  const { workspace, kind, id, at } = act;
  const revision = await lockRevision(sql, workspace);
  const draft = await readDraft(sql, workspace, kind, id);
  const users = usersOf(kind, id, await readPublished(sql, workspace));
  if (users.length > 0) {
    throw new ApiError(409, "conflict", "Published documents need this one.", {
      problems: users.map(({ document, path }) => ({
        path: `${document.kind}/${document.id}: ${path}`,
        found: JSON.stringify(id),
        allowed: "another id, published before this document is archived",
      })),
    });
  }
  await sql.query(
    `UPDATE documents SET published_version = NULL, archived_at = $4
     WHERE workspace_id = $1 AND kind = $2 AND id = $3`,
    [workspace, kind, id, new Date(at).toISOString()],
  );
  if (draft.published === null) return { version: null, revision };
  return { version: null, revision: await renewBundle(sql, workspace, at) };
}
