import type { Environment } from "../../lib/model/environment.ts";
import { missingAssets } from "../assets/store.ts";
import { lockRevision, renewBundle } from "../bundle/bundle.ts";
import type { Sql } from "../db/database.ts";
import { badRequest } from "../http/errors.ts";
import { type Act, lockDocument } from "./act.ts";
import { requireApproval } from "./approval.ts";
import { writeDown } from "./history.ts";
import { IN_FORCE, missingReferences, readPublished } from "./published.ts";
import type { Document, Publication, PublicationOrder } from "./schemas.ts";
import { readDraft, readVersion } from "./store.ts";

/**
 * Puts a version into the bundle of an environment: the one that is named, or the draft, as a new one unless the version
 * in force here or in the other environment says the same. What is in force already is left as it is, so a publication
 * whose answer was lost can be asked for again.
 */
export async function publish(
  sql: Sql,
  act: Act,
  { environment = "production", version: named }: PublicationOrder,
): Promise<Publication & { created: boolean }> {
  const { workspace, kind, id, at } = act;
  const revision = await lockRevision(sql, workspace, environment);
  await lockDocument(sql, act);
  const draft = await readDraft(sql, workspace, kind, id);
  const known = named ?? (await versionOfDraft(sql, act, environment));
  const before = environment === "production" ? draft.published : draft.staging;
  if (known !== undefined && known === before) return { version: known, revision, created: false };

  const body =
    named === undefined ? draft.body : (await readVersion(sql, workspace, kind, id, named)).body;
  if (environment === "production") await requireApproval(sql, act, draft, named);
  await requireReferences(sql, act, environment, body);
  const version = known ?? (await addVersion(sql, act, draft.body));
  await sql.query(
    `UPDATE documents SET ${IN_FORCE[environment]} = $4, archived_at = NULL
     WHERE workspace_id = $1 AND kind = $2 AND id = $3`,
    [workspace, kind, id, version],
  );
  const isBack = before !== null && version < before;
  await writeDown(sql, act, { act: isBack ? "rolled_back" : "published", environment, version });
  const renewed = await renewBundle(sql, workspace, environment, at);
  return { version, revision: renewed, created: known === undefined };
}

/** The version in force, here or else in the other environment, that says what the draft says. */
async function versionOfDraft(
  sql: Sql,
  { workspace, kind, id }: Act,
  environment: Environment,
): Promise<number | undefined> {
  const [row] = await sql.query<{ version: number }>(
    `SELECT v.version FROM document_versions v JOIN documents d USING (workspace_id, kind, id)
     WHERE v.workspace_id = $1 AND v.kind = $2 AND v.id = $3 AND v.body = d.draft
       AND v.version IN (d.published_version, d.staging_version)
     ORDER BY v.version IS NOT DISTINCT FROM d.${IN_FORCE[environment]} DESC LIMIT 1`,
    [workspace, kind, id],
  );
  return row?.version;
}

/** Adds the draft to the versions; lifted to the newest format, it is what the draft is from now on. */
async function addVersion(sql: Sql, act: Act, body: Document["body"]): Promise<number> {
  const { workspace, kind, id, at, by } = act;
  const text = JSON.stringify(body);
  const [row] = await sql.query<{ version: number }>(
    `INSERT INTO document_versions (workspace_id, kind, id, version, body, published_at, published_by)
     SELECT $1::uuid, $2::text, $3::text, coalesce(max(version), 0) + 1, $4::jsonb, $5::timestamptz, $6::uuid
     FROM document_versions WHERE workspace_id = $1 AND kind = $2 AND id = $3
     RETURNING version`,
    [workspace, kind, id, text, new Date(at).toISOString(), by],
  );
  await sql.query(
    "UPDATE documents SET draft = $4::jsonb WHERE workspace_id = $1 AND kind = $2 AND id = $3",
    [workspace, kind, id, text],
  );
  return row?.version ?? 1;
}

async function requireReferences(
  sql: Sql,
  { workspace, kind }: Act,
  environment: Environment,
  body: Document["body"],
): Promise<void> {
  const published = await readPublished(sql, workspace, environment);
  const where = environment === "production" ? "" : ` in ${environment}`;
  const problems = [
    ...missingReferences({ kind, body } as never, published).map((reference) => ({
      path: reference.path,
      found: JSON.stringify(reference.id),
      allowed: `the id of one of the published ${reference.kind}${where}`,
    })),
    ...(kind === "guides" ? await missingAssets(sql, workspace, body as never) : []),
  ];
  if (problems.length > 0) throw badRequest(problems);
}
