import type { AccountFacets } from "../../lib/model/account.ts";
import type { Sql } from "../db/database.ts";

/** Values of one field that are told. */
const MOST_VALUES = 200;

const FACETS = {
  owner: "owner",
  plan: "plan",
  stage: "stage",
  touchModel: "touch_model",
  vertical: "vertical",
  geography: "geography",
  size: "size",
} as const;

const FACET = Object.entries(FACETS)
  .map(([field, column]) => `SELECT '${field}' AS field, ${column} AS value FROM shown`)
  .join(" UNION ALL ");

/** By which values accounts can be told apart, the most frequent first. */
export async function accountFacets(sql: Sql, workspace: string): Promise<AccountFacets> {
  const rows = await sql.query<{ field: string; value: string; accounts: number }>(
    `WITH shown AS (SELECT * FROM account_records WHERE workspace_id = $1 AND archived_at IS NULL)
     SELECT field, value, count(*) AS accounts
     FROM (${FACET} UNION ALL SELECT 'module', unnest(modules) FROM shown
       UNION ALL SELECT 'segment', h.profile FROM account_health h JOIN shown s
         ON s.workspace_id = h.workspace_id AND s.account_id = h.account_id) f
     WHERE value IS NOT NULL GROUP BY field, value ORDER BY field, count(*) DESC, value COLLATE "C"`,
    [workspace],
  );
  const facets: AccountFacets["facets"] = {};
  for (const { field, value, accounts } of rows) {
    const values = facets[field] ?? [];
    if (values.length < MOST_VALUES) facets[field] = [...values, { value, accounts }];
  }
  return { facets };
}
