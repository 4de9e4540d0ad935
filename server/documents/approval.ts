import type { Sql } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import type { Act } from "./act.ts";
import { readReviewRequired } from "./review.ts";
import type { Document } from "./schemas.ts";

/**
 * Where review is required, production takes only an approved draft, or a version that says the same, or one that was in
 * force there before.
 */
export async function requireApproval(
  sql: Sql,
  act: Act,
  draft: Document,
  named: number | undefined,
): Promise<void> {
  if (!(await readReviewRequired(sql, act.workspace))) return;
  const isDraft = named === undefined || (await saysTheSame(sql, act, named));
  if (isDraft && draft.review === "approved") return;
  if (named !== undefined && (await wasInProduction(sql, act, named))) return;
  const message = "In this workspace somebody must approve a draft before it goes to production.";
  throw new ApiError(409, "conflict", message, {
    problems: [
      isDraft
        ? { path: "review", found: JSON.stringify(draft.review), allowed: '"approved"' }
        : { path: "version", found: String(named), allowed: "one that was in production before" },
    ],
  });
}

/** Whether the draft says what the version says. */
async function saysTheSame(sql: Sql, act: Act, version: number): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM document_versions v JOIN documents d USING (workspace_id, kind, id)
     WHERE v.workspace_id = $1 AND v.kind = $2 AND v.id = $3 AND v.version = $4 AND v.body = d.draft`,
    [act.workspace, act.kind, act.id, version],
  );
  return rows.length > 0;
}

async function wasInProduction(sql: Sql, act: Act, version: number): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM document_acts WHERE workspace_id = $1 AND kind = $2 AND id = $3
       AND environment = 'production' AND version = $4 LIMIT 1`,
    [act.workspace, act.kind, act.id, version],
  );
  return rows.length > 0;
}
