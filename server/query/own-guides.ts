import type { OwnGuide } from "../../lib/model/own-account.ts";
import type { Sql } from "../db/database.ts";

interface Row {
  guide: string;
  started: number;
  ended: number | null;
  status: OwnGuide["status"] | null;
}

/**
 * How a person stands with each guide they started, on whatever device: those on which they are the first who was known
 * count with what happened before.
 */
export async function ownGuides(sql: Sql, workspace: string, user: string): Promise<OwnGuide[]> {
  const rows = await sql.query<Row>(
    `WITH mine AS (
       SELECT guide, action, max(last_at) AS at FROM guide_progress
       WHERE workspace_id = $1::uuid AND (
         (NOT anonymous AND person = $2) OR
         (anonymous AND person IN (SELECT device FROM devices WHERE workspace_id = $1::uuid AND user_id = $2)))
       GROUP BY guide, action),
     ends AS (
       SELECT DISTINCT ON (guide) guide, action, at FROM mine
       WHERE action IN ('completed', 'dismissed', 'snoozed') ORDER BY guide, at DESC, action)
     SELECT s.guide, s.at AS started, e.at AS ended, e.action AS status
     FROM mine s JOIN mine shown ON shown.guide = s.guide AND shown.action = 'step_shown'
     LEFT JOIN ends e ON e.guide = s.guide AND e.at >= s.at
     WHERE s.action = 'started' ORDER BY s.guide`,
    [workspace, user],
  );
  return rows.map(({ guide, started, ended, status }) => ({
    guide,
    startedAt: started,
    // Left behind there, it can be gone on with.
    status: status ?? "snoozed",
    at: ended ?? started,
  }));
}
