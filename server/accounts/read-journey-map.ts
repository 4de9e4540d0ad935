import type { JourneyMap } from "../../lib/model/account-work.ts";
import type { Sql } from "../db/database.ts";
import { dayOf } from "../ingest/fold.ts";
import { addDays } from "../numbers/calendar.ts";
import { readJourney } from "./journey.ts";
import { journeyMap, type Traveller } from "./journey-map.ts";
import { MET } from "./touchpoints.ts";

/** How long back it is looked where accounts went. */
const DAYS = 365;

const TRAVELLERS = `
  SELECT r.account_id AS id, r.churned_on IS NULL OR r.churned_on > $2::date AS customer, r.stage,
    r.stage_since AS "stageSince",
    CASE WHEN r.mrr_minor IS NOT NULL THEN jsonb_build_object('currency', r.currency, 'minor', r.mrr_minor) END AS mrr,
    coalesce((SELECT jsonb_agg(jsonb_build_object('since', s.since::text, 'stage', s.stage) ORDER BY s.since)
      FROM account_stages s WHERE s.workspace_id = r.workspace_id AND s.account_id = r.account_id), '[]') AS stages
  FROM account_records r WHERE r.workspace_id = $1 AND r.archived_at IS NULL`;

/** Where customers are on their way, where they wait and where they fall off. */
export async function readJourneyMap(
  sql: Sql,
  workspace: string,
  now: number,
): Promise<JourneyMap> {
  const today = dayOf(now);
  const journey = await readJourney(sql, workspace);
  const travellers = await sql.query<Traveller>(TRAVELLERS, [workspace, today]);
  const met = await sql.query<{ id: string; touchpoint: string }>(
    `SELECT account_id AS id, touchpoint FROM (${MET}) m`,
    [workspace],
  );
  return journeyMap(journey, travellers, met, { today, from: addDays(today, -DAYS) });
}
