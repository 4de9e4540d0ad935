import type { Sql } from "../../db/database.ts";
import type { AccountHistory } from "../../numbers/history.ts";

const RECORDS = `
  SELECT account_id AS account, customer_since AS "customerSince", churned_on AS "churnedOn",
    churn_kind AS "churnKind", vertical, geography, size, plan, owner, modules AS module
  FROM account_records WHERE workspace_id = $1::uuid AND archived_at IS NULL`;

const AMOUNTS = `
  SELECT account_id AS account, since, minor, currency FROM account_mrr
  WHERE workspace_id = $1::uuid ORDER BY account_id, since`;

type Row = Omit<AccountHistory, "slices" | "amounts"> & AccountHistory["slices"];
type Amount = AccountHistory["amounts"][number] & { account: string };

/** Every account with what it paid over time. Joined here: two plain questions are the quickest for any planner. */
export async function readHistories(sql: Sql, workspace: string): Promise<AccountHistory[]> {
  const rows = await sql.query<Row>(RECORDS, [workspace]);
  const amounts = await sql.query<Amount>(AMOUNTS, [workspace]);
  const of = Map.groupBy(amounts, ({ account }) => account);
  return rows.map(({ vertical, geography, size, plan, owner, module, ...history }) => ({
    ...history,
    amounts: of.get(history.account) ?? [],
    slices: { vertical, geography, size, plan, owner, module },
  }));
}
