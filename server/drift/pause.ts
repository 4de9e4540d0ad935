import type { Guide } from "../../lib/model/guide.ts";
import { lockRevision, renewBundle } from "../bundle/bundle.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import type { Publication } from "../documents/schemas.ts";
import { notFound } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";
import type { DriftLimits } from "./limits.ts";
import { findVanished } from "./vanished.ts";

/**
 * Pauses the version of a guide that is in force if its targets vanish for too many people: a new revision of the bundle
 * says so. Whether it did. A version that its author resumed is judged by what was seen since.
 */
export async function pauseIfVanished(
  sql: Sql,
  { workspace, guide, at }: { workspace: string; guide: string; at: number },
  limits: DriftLimits,
): Promise<boolean> {
  const judge = async () => {
    const published = (await readPublished(sql, workspace)).find(
      (document) => document.kind === "guides" && document.id === guide,
    );
    if (!published) return undefined;
    const { version } = published;
    const body = published.body as Guide;
    if (body.trigger.start !== "auto") return undefined;
    const [last] = await sql.query<{ resumed_at: number | null }>(
      `SELECT resumed_at FROM guide_pauses WHERE workspace_id = $1 AND guide = $2 AND version = $3::int
       ORDER BY paused_at DESC LIMIT 1`,
      [workspace, guide, version],
    );
    if (last && last.resumed_at === null) return undefined;
    const since = Math.max(at - limits.window, last?.resumed_at ?? 0);
    const vanished = await findVanished(sql, { workspace, guide: body, version, since }, limits);
    return vanished && { ...vanished, version };
  };

  if (!(await judge())) return false;
  await lockRevision(sql, workspace);
  // Meanwhile another server may have paused it, or its author published a new version.
  const due = await judge();
  if (!due) return false;
  await sql.query(
    `INSERT INTO guide_pauses (workspace_id, guide, version, paused_at, step, missed, looked, missed_since)
     VALUES ($1, $2, $3::int, $4::timestamptz, $5, $6::int, $7::int, $8::timestamptz)`,
    [
      workspace,
      guide,
      due.version,
      isoOf(at),
      due.step,
      due.missed,
      due.looked,
      isoOf(due.missedSince),
    ],
  );
  await renewBundle(sql, workspace, "production", at);
  return true;
}

/** Lets the version in force start by itself again. Asked for once more, it changes nothing. */
export async function resume(
  sql: Sql,
  { workspace, id, at, by }: { workspace: string; id: string; at: number; by: string },
): Promise<Publication> {
  const revision = await lockRevision(sql, workspace);
  const [document] = await sql.query<{ version: number | null }>(
    `SELECT published_version AS version FROM documents
     WHERE workspace_id = $1 AND kind = 'guides' AND id = $2`,
    [workspace, id],
  );
  if (!document) throw notFound(`document "${id}" among the guides`);
  const { version } = document;
  const resumed = await sql.query(
    `UPDATE guide_pauses SET resumed_at = $4::timestamptz, resumed_by = $5::uuid
     WHERE workspace_id = $1 AND guide = $2 AND version = $3::int AND resumed_at IS NULL
     RETURNING guide`,
    [workspace, id, version, isoOf(at), by],
  );
  if (resumed.length === 0) return { version, revision };
  return { version, revision: await renewBundle(sql, workspace, "production", at) };
}
