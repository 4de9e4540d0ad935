import type { HealthDefinitions } from "../../lib/model/health.ts";
import type { Money } from "../../lib/model/money.ts";
import type { RevenueGroup } from "../../lib/model/revenue-at-risk.ts";
import type { Risk } from "../../lib/model/risk.ts";

export interface RevenueRow {
  /** What it is grouped by: an owner, a segment, a month; null: not known. */
  group: string | null;
  /** A month's revenue; null: not known. */
  mrr: Money | null;
  risk: Risk | null;
}

/**
 * Z11 of docs/spec/churn.md: a year's revenue of each group, what of it is at high risk, and what is likely to be lost.
 * Amounts in different currencies are never added: they make groups of their own. Of an unknown risk the likelihood is
 * not known either, so it counts in `unknown` only. Greatest likely loss first.
 */
export function revenueAtRisk(
  rows: readonly RevenueRow[],
  probability: HealthDefinitions["probability"],
): RevenueGroup[] {
  const groups = new Map<string, RevenueGroup>();
  for (const { group, mrr, risk } of rows) {
    if (!mrr) continue;
    const { currency } = mrr;
    const key = JSON.stringify([group, currency]);
    const sum = groups.get(key) ?? {
      group,
      currency,
      accounts: 0,
      atRisk: 0,
      arr: 0,
      high: 0,
      expected: 0,
      unknown: 0,
    };
    const arr = 12 * mrr.minor;
    sum.accounts += 1;
    sum.arr += arr;
    if (risk === null) sum.unknown += arr;
    else sum.expected += arr * probability[risk];
    if (risk === "high") {
      sum.atRisk += 1;
      sum.high += arr;
    }
    groups.set(key, sum);
  }
  return [...groups.values()]
    .map((sum) => ({ ...sum, expected: Math.round(sum.expected) }))
    .sort(
      (a, b) =>
        b.expected - a.expected || b.arr - a.arr || ((a.group ?? "") < (b.group ?? "") ? -1 : 1),
    );
}
