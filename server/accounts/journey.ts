import { DEFAULT_JOURNEY, type Journey, type JourneyStage } from "../../lib/model/journey.ts";
import { RULES } from "../../lib/model/rule.ts";
import type { Sql } from "../db/database.ts";
import { badRequest } from "../http/errors.ts";

export async function readJourney(sql: Sql, workspace: string): Promise<Journey> {
  const stages = await sql.query<JourneyStage>(
    `SELECT stage AS id, name, expected_days AS "expectedDays" FROM journey_stages
     WHERE workspace_id = $1 ORDER BY position`,
    [workspace],
  );
  return stages.length > 0 ? { stages } : DEFAULT_JOURNEY;
}

export async function stageIds(sql: Sql, workspace: string): Promise<Set<string>> {
  return new Set((await readJourney(sql, workspace)).stages.map(({ id }) => id));
}

/** The whole journey anew. A stage in which accounts stand cannot go. */
export async function writeJourney(sql: Sql, workspace: string, journey: Journey): Promise<void> {
  const ids = JSON.stringify(journey.stages.map(({ id }) => id));
  const standing = await sql.query<{ stage: string; count: number }>(
    `SELECT stage, count(*) AS count FROM account_records
     WHERE workspace_id = $1 AND archived_at IS NULL
       AND stage NOT IN (SELECT jsonb_array_elements_text($2::jsonb)) GROUP BY stage ORDER BY stage`,
    [workspace, ids],
  );
  if (standing.length > 0) {
    throw badRequest(
      standing.map(({ stage, count }) => ({
        path: "stages",
        found: `no "${stage}", where ${count} accounts stand`,
        allowed: RULES.standing,
      })),
    );
  }
  await sql.query("DELETE FROM journey_stages WHERE workspace_id = $1", [workspace]);
  await sql.query(
    `INSERT INTO journey_stages (workspace_id, stage, position, name, expected_days)
     SELECT $1::uuid, id, position, name, days
     FROM jsonb_to_recordset($2::jsonb) AS r (id text, position int, name jsonb, days int)`,
    [
      workspace,
      JSON.stringify(
        journey.stages.map(({ id, name, expectedDays }, position) => ({
          id,
          position,
          name,
          days: expectedDays,
        })),
      ),
    ],
  );
}
