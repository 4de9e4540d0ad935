import type { Guide } from "../../lib/model/guide.ts";
import type { GuidePause } from "../../lib/model/query.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";

type Row = Omit<GuidePause, "name" | "title">;

/** The pauses that keep a version in force off the air now; those of versions that were replaced are history. */
export function currentPauses(sql: Sql, workspace: string): Promise<Row[]> {
  return sql.query<Row>(
    `SELECT p.guide, p.version, p.step, p.missed, p.looked AS of,
       p.missed_since AS "missedSince", p.paused_at AS "pausedAt"
     FROM guide_pauses p JOIN documents d
       ON d.workspace_id = p.workspace_id AND d.kind = 'guides' AND d.id = p.guide AND d.published_version = p.version
     WHERE p.workspace_id = $1 AND p.resumed_at IS NULL ORDER BY p.paused_at, p.guide`,
    [workspace],
  );
}

/** The same with the words of their guides. */
export async function guidePauses(sql: Sql, workspace: string): Promise<GuidePause[]> {
  const rows = await currentPauses(sql, workspace);
  if (rows.length === 0) return [];
  const published = await readPublished(sql, workspace);
  return rows.flatMap((row) => {
    const document = published.find(({ kind, id }) => kind === "guides" && id === row.guide);
    const guide = document?.body as Guide | undefined;
    const title = guide?.steps.find(({ id }) => id === row.step)?.title;
    return guide && title ? [{ ...row, name: guide.name, title }] : [];
  });
}
