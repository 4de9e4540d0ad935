import type { HealthDefinitions } from "../../lib/model/health.ts";
import type { AccountStanding, HealthOverview } from "../../lib/model/health-report.ts";
import { attentionList } from "../churn/attention.ts";

/** Accounts that are named in the overview. */
const MOST_NAMED = 12;

/** Where all customers stand, counted. */
export function healthOverview(
  standings: readonly AccountStanding[],
  { profiles, probability }: HealthDefinitions,
  { now, finishedAt }: { now: number; finishedAt: number | null },
): HealthOverview {
  const attention = attentionList(standings, probability, now);
  return {
    finishedAt,
    accounts: standings.length,
    risks: countRisks(standings),
    mean: meanOf(standings, () => 1),
    weighted: weightedMean(standings),
    histogram: histogramOf(standings),
    segments: profiles.map(({ id, name }) => {
      const own = standings.filter(({ segment }) => segment?.id === id);
      return { id, name, accounts: own.length, mean: meanOf(own, () => 1), risks: countRisks(own) };
    }),
    attention: attention.slice(0, MOST_NAMED),
    attentionTotal: attention.length,
  };
}

function countRisks(standings: readonly AccountStanding[]): HealthOverview["risks"] {
  const counts = { low: 0, medium: 0, high: 0, unknown: 0 };
  for (const { risk } of standings) counts[risk ?? "unknown"] += 1;
  return counts;
}

/** By revenue; null where it is in several currencies, which have no common measure. */
function weightedMean(standings: readonly AccountStanding[]): number | null {
  const currencies = new Set(standings.flatMap(({ mrr }) => mrr?.currency ?? []));
  return currencies.size === 1 ? meanOf(standings, ({ mrr }) => mrr?.minor ?? 0) : null;
}

function meanOf(
  standings: readonly AccountStanding[],
  weightOf: (one: AccountStanding) => number,
): number | null {
  let [sum, whole] = [0, 0];
  for (const one of standings) {
    if (one.score === null) continue;
    sum += one.score * weightOf(one);
    whole += weightOf(one);
  }
  return whole === 0 ? null : sum / whole;
}

function histogramOf(standings: readonly AccountStanding[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const { score } of standings) {
    if (score === null) continue;
    const step = Math.min(9, Math.floor(score / 10));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}
