import type { HealthDefinitions } from "../../lib/model/health.ts";
import type { AccountStanding } from "../../lib/model/health-report.ts";
import { DAY_MS } from "../../lib/signal/day.ts";

/** Days that a risk which came to medium is news. */
const NEWS_DAYS = 7;

/** Z12 of docs/spec/churn.md: whom somebody should look at, the most urgent first. */
export function attentionList(
  standings: readonly AccountStanding[],
  probability: HealthDefinitions["probability"],
  now: number,
): AccountStanding[] {
  return standings
    .filter((one) => one.risk === "high" || isRisen(one, now))
    .toSorted((a, b) => byUrgency(a, b, probability));
}

/** Whether its risk rose to medium a short time ago. */
export function isRisen({ risk, riskBefore, riskSince }: AccountStanding, now: number): boolean {
  const newest = new Date(now - NEWS_DAYS * DAY_MS).toISOString().slice(0, 10);
  return (
    risk === "medium" &&
    (riskBefore === "low" || riskBefore === "unknown") &&
    riskSince !== null &&
    riskSince >= newest
  );
}

/** Those whom nobody handles, then by expected loss, then by renewal. */
function byUrgency(
  a: AccountStanding,
  b: AccountStanding,
  probability: HealthDefinitions["probability"],
): number {
  const loss = ({ mrr, risk }: AccountStanding) =>
    (mrr?.minor ?? 0) * (risk === null ? 0 : probability[risk]);
  const last = "9999";
  return (
    Number(a.case !== null) - Number(b.case !== null) ||
    loss(b) - loss(a) ||
    compare(a.renewal ?? last, b.renewal ?? last) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
