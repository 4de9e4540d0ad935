import type { AccountsInNeed } from "../../lib/model/account-work.ts";
import type { Sql } from "../db/database.ts";
import { readDefinitions } from "../health/definitions.ts";
import { readStandings } from "../health/standings.ts";
import { dayOf } from "../ingest/fold.ts";
import { byExpectedLoss, type NeedFacts, needsOf } from "./needs.ts";

const FACTS = `
  SELECT r.account_id AS id, h.band,
    CASE WHEN t.tasks > 0 THEN jsonb_build_object('tasks', t.tasks, 'due', t.due) END AS overdue, c.days AS silence
  FROM account_records r
    LEFT JOIN account_health h ON h.workspace_id = r.workspace_id AND h.account_id = r.account_id
    LEFT JOIN (SELECT account_id, count(*) AS tasks, min(due) AS due FROM tasks
      WHERE workspace_id = $1 AND state IN ('open', 'doing') AND due < $2::date GROUP BY account_id) t
      ON t.account_id = r.account_id
    LEFT JOIN (SELECT account_id, max((detail->>'days')::double precision)::int AS days FROM churn_signals
      WHERE workspace_id = $1 AND kind = 'long-silence' AND source = 'found' AND ended_at IS NULL
      GROUP BY account_id) c ON c.account_id = r.account_id
  WHERE r.workspace_id = $1`;

/** Customers who need a person now, with the reasons: K20 of docs/spec/accounts.md. */
export async function accountsInNeed(
  sql: Sql,
  workspace: string,
  { owner, limit, now }: { owner: string | undefined; limit: number; now: number },
): Promise<AccountsInNeed> {
  const { definitions } = await readDefinitions(sql, workspace);
  const { profiles, probability } = definitions;
  const standings = await readStandings(sql, workspace, { today: dayOf(now), profiles });
  const rows = await sql.query<NeedFacts & { id: string }>(FACTS, [workspace, dayOf(now)]);
  const facts = new Map(rows.map((row) => [row.id, row]));
  const order = byExpectedLoss(probability);
  const items = standings
    .filter((one) => owner === undefined || one.owner === owner)
    .flatMap((standing) => {
      const known = facts.get(standing.id);
      const needs = known ? needsOf(standing, known, now) : [];
      return needs.length > 0 ? [{ standing, needs }] : [];
    })
    .toSorted((a, b) => order(a.standing, b.standing));
  return { items: items.slice(0, limit), total: items.length };
}
