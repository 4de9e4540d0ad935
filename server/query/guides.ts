import { GuideAction } from "../../lib/model/event.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { GuideFunnel } from "../../lib/model/query.ts";
import type { Sql } from "../db/database.ts";
import { readVersion } from "../documents/store.ts";
import { merged, PEOPLE } from "./merged.ts";

interface Reached {
  action: GuideAction;
  /** null: any step, or none. */
  step: string | null;
  users: number;
}

/** How far people came in one version of a guide. */
export async function guideFunnel(
  sql: Sql,
  workspace: string,
  id: string,
  wanted: number | undefined,
): Promise<GuideFunnel> {
  const { version, body } = await readVersion(sql, workspace, "guides", id, wanted);
  const guide = body as unknown as Guide;
  const rows = await sql.query<Reached>(
    `SELECT action, step, ${PEOPLE} AS users FROM ${merged("guide_progress")} g
     WHERE guide = $2 AND version = $3::int GROUP BY GROUPING SETS ((action, step), (action))`,
    [workspace, id, version],
  );
  const ratings = await sql.query<Omit<Reached, "step">>(
    `SELECT action, count(*) AS users FROM (
       SELECT DISTINCT ON (unknown, who) action FROM ${merged("guide_progress")} g
       WHERE guide = $2 AND version = $3::int AND action IN ('rated_helpful', 'rated_unhelpful')
       ORDER BY unknown, who, last_at DESC, action) newest
     GROUP BY action`,
    [workspace, id, version],
  );
  const users = (action: GuideAction, step: string | null) =>
    rows.find((row) => row.action === action && row.step === step)?.users ?? 0;
  const total = (action: GuideAction) =>
    action.startsWith("rated_")
      ? (ratings.find((row) => row.action === action)?.users ?? 0)
      : users(action, null);
  return {
    guide: id,
    version,
    name: guide.name,
    totals: Object.fromEntries(GuideAction.options.map((action) => [action, total(action)])),
    steps: guide.steps.map((step) => ({
      step: step.id,
      title: step.title,
      shown: users("step_shown", step.id),
      completed: users("step_completed", step.id),
      missing: users("target_missing", step.id),
    })),
  };
}
