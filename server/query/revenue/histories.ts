import type { Sql } from "../../db/database.ts";
import type { AccountHistory } from "../../numbers/history.ts";

/** One row an account; its amounts as a list, so that one question is enough. */
const HISTORIES = `
  SELECT r.account_id AS account, r.customer_since AS "customerSince", r.churned_on AS "churnedOn",
    r.churn_kind AS "churnKind", coalesce(m.amounts, '[]'::jsonb) AS amounts,
    r.vertical, r.geography, r.size, r.plan, r.owner, r.modules AS module
  FROM account_records r LEFT JOIN (
    SELECT account_id, jsonb_agg(jsonb_build_object('since', since, 'minor', minor, 'currency', currency) ORDER BY since) AS amounts
    FROM account_mrr WHERE workspace_id = $1::uuid GROUP BY account_id) m ON m.account_id = r.account_id
  WHERE r.workspace_id = $1::uuid AND r.archived_at IS NULL`;

type Row = Omit<AccountHistory, "slices"> & AccountHistory["slices"];

/** Every account with what it paid over time. */
export async function readHistories(sql: Sql, workspace: string): Promise<AccountHistory[]> {
  const rows = await sql.query<Row>(HISTORIES, [workspace]);
  return rows.map(({ vertical, geography, size, plan, owner, module, ...history }) => ({
    ...history,
    slices: { vertical, geography, size, plan, owner, module },
  }));
}
