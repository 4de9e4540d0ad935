import type { HealthProfile } from "../../lib/model/health.ts";
import type { AccountStanding } from "../../lib/model/health-report.ts";
import type { CaseState } from "../churn/change-case.ts";
import { stepOf } from "../churn/change-case.ts";
import type { Sql } from "../db/database.ts";

interface Row extends Omit<AccountStanding, "mrr" | "segment" | "case"> {
  mrr_minor: number | null;
  currency: string | null;
  mrr_since: string | null;
  profile: string | null;
  handled: (CaseState & { id: string; openedAt: number }) | null;
}

/** How all customers stand, as of the last pass. Those that no pass has seen yet are there without a standing. */
export async function readStandings(
  sql: Sql,
  workspace: string,
  { today, profiles }: { today: string; profiles: readonly HealthProfile[] },
): Promise<AccountStanding[]> {
  const rows = await sql.query<Row>(
    `SELECT r.account_id AS id, r.name, r.owner, r.touch_model AS "touchModel", r.mrr_minor, r.currency, r.mrr_since,
       r.renewal, h.profile, h.score, coalesce(h.coverage, 0) AS coverage, h.risk, h.risk_since AS "riskSince",
       h.risk_before AS "riskBefore", coalesce(h.causes, '[]') AS causes, coalesce(h.reasons, '[]') AS reasons,
       CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'level', c.level, 'type', c.type,
         'cause', c.cause, 'plan', c.plan, 'people', c.people, 'outcome', c.outcome, 'churnNote', c.churn_note,
         'doneAt', extract(epoch FROM c.done_at) * 1000,
         'openedAt', floor(extract(epoch FROM c.opened_at) * 1000)) END AS handled
     FROM account_records r
       LEFT JOIN account_health h ON h.workspace_id = r.workspace_id AND h.account_id = r.account_id
       LEFT JOIN risk_cases c ON c.workspace_id = r.workspace_id AND c.account_id = r.account_id AND c.closed_at IS NULL
     WHERE r.workspace_id = $1 AND r.archived_at IS NULL AND (r.churned_on IS NULL OR r.churned_on > $2::date)
     ORDER BY r.account_id COLLATE "C"`,
    [workspace, today],
  );
  const names = new Map(profiles.map(({ id, name }) => [id, name]));
  return rows.map(({ mrr_minor: minor, currency, mrr_since: since, profile, handled, ...row }) => ({
    ...row,
    mrr: minor === null || !currency || !since ? null : { minor, currency, since },
    segment: profile === null ? null : { id: profile, name: names.get(profile) ?? { en: profile } },
    case: handled && { id: handled.id, step: stepOf(handled), openedAt: handled.openedAt },
  }));
}
