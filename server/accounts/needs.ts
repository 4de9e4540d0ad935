import type { AccountNeed } from "../../lib/model/account-work.ts";
import type { HealthDefinitions } from "../../lib/model/health.ts";
import type { AccountStanding } from "../../lib/model/health-report.ts";
import type { HealthBand } from "../../lib/model/risk.ts";
import { isRisen } from "../churn/attention.ts";

/** Days before a renewal at which poor health is a reason. */
const RENEWAL_DAYS = 60;
const DAY_MS = 86_400_000;

/** What is known of an account besides how it stands. */
export interface NeedFacts {
  band: HealthBand | null;
  /** Open tasks whose day has passed, and the first of these days. */
  overdue: { tasks: number; due: string } | null;
  /** Days of a sign of long silence that is in force. */
  silence: number | null;
}

/** K20 of docs/spec/accounts.md. `now`: epoch ms. */
export function needsOf(
  standing: AccountStanding,
  { band, overdue, silence }: NeedFacts,
  now: number,
): AccountNeed[] {
  const needs: AccountNeed[] = [];
  if (standing.risk === "high") needs.push({ type: "risk" });
  if (isRisen(standing, now)) needs.push({ type: "risen" });
  const days = standing.renewal === null ? null : daysUntil(standing.renewal, now);
  if (band === "poor" && days !== null && days >= 0 && days <= RENEWAL_DAYS) {
    needs.push({ type: "renewal", days });
  }
  if (overdue) needs.push({ type: "overdue", ...overdue });
  if (silence !== null) needs.push({ type: "silence", days: silence });
  return needs;
}

/** By expected loss, then the next renewal first. */
export function byExpectedLoss(
  probability: HealthDefinitions["probability"],
): (a: AccountStanding, b: AccountStanding) => number {
  const loss = ({ mrr, risk }: AccountStanding) =>
    (mrr?.minor ?? 0) * (risk === null ? 0 : probability[risk]);
  const key = ({ renewal, id }: AccountStanding) => `${renewal ?? "9999"} ${id}`;
  return (a, b) => loss(b) - loss(a) || (key(a) < key(b) ? -1 : 1);
}

function daysUntil(day: string, now: number): number {
  return Math.round(Date.parse(day) / DAY_MS) - Math.floor(now / DAY_MS);
}
