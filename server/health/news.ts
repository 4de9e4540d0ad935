import type { AccountNews } from "../../lib/model/account-news.ts";
import type { Risk } from "../../lib/model/risk.ts";
import type { Sql } from "../db/database.ts";
import type { Band } from "./band.ts";

interface Stood {
  account: string;
  band: Band | null;
  risk: Risk | null;
}

/** How these accounts stood before a pass; one that was never looked at is not there. */
export function readStood(
  sql: Sql,
  workspace: string,
  accounts: readonly string[],
): Promise<Stood[]> {
  return sql.query<Stood>(
    `SELECT account_id AS account, band, risk FROM account_health
     WHERE workspace_id = $1 AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [workspace, JSON.stringify(accounts)],
  );
}

/** What is news of how accounts stand. The first look at one is none. */
export function standingNews(before: readonly Stood[], after: readonly Stood[]): AccountNews[] {
  const then = new Map(before.map((one) => [one.account, one]));
  return after.flatMap(({ account, band, risk }): AccountNews[] => {
    const stood = then.get(account);
    if (!stood) return [];
    const news: AccountNews[] = [];
    if (stood.risk !== risk) {
      news.push({
        event: "risk.changed",
        properties: { account, before: stood.risk, after: risk },
      });
    }
    if (stood.band !== band) {
      const properties = { account, before: stood.band, after: band };
      news.push({ event: "health.band_changed", properties });
    }
    return news;
  });
}
