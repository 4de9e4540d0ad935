import { DEFAULT_TARGETS, type RevenueTargets } from "../../../lib/model/revenue.ts";
import type { Sql } from "../../db/database.ts";

/** The shares that a workspace aims at. */
export async function readTargets(sql: Sql, workspace: string): Promise<RevenueTargets> {
  const [row] = await sql.query<RevenueTargets>(
    "SELECT grr, nrr FROM revenue_targets WHERE workspace_id = $1",
    [workspace],
  );
  return row ?? DEFAULT_TARGETS;
}

export async function writeTargets(
  sql: Sql,
  workspace: string,
  { grr, nrr }: RevenueTargets,
): Promise<void> {
  await sql.query(
    `INSERT INTO revenue_targets (workspace_id, grr, nrr) VALUES ($1, $2::float8, $3::float8)
     ON CONFLICT (workspace_id) DO UPDATE SET grr = excluded.grr, nrr = excluded.nrr`,
    [workspace, grr, nrr],
  );
}
