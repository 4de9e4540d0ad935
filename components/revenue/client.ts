import { CsLoad } from "../../lib/model/cs-load.ts";
import { EffectReport, type Treatment } from "../../lib/model/effect.ts";
import { OnboardingReport } from "../../lib/model/onboarding-report.ts";
import {
  type PeriodUnit,
  RevenueCohorts,
  RevenueReport,
  RevenueSlices,
  RevenueTargets,
  type Slice,
} from "../../lib/model/revenue.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** How many periods are looked at, by their length. */
export const PERIODS: Readonly<Record<PeriodUnit, number>> = { month: 13, quarter: 8, year: 4 };

/** Questions about customers and revenue; none throws. */
export interface RevenueClient {
  revenue(unit: PeriodUnit, signal: AbortSignal): Answer<RevenueReport>;
  /** `period` null: the newest that is over. */
  slices(
    asked: { unit: PeriodUnit; by: Slice; period: string | null },
    signal: AbortSignal,
  ): Answer<RevenueSlices>;
  cohorts(unit: PeriodUnit, signal: AbortSignal): Answer<RevenueCohorts>;
  onboarding(unit: PeriodUnit, signal: AbortSignal): Answer<OnboardingReport>;
  load(signal: AbortSignal): Answer<CsLoad>;
  setTargets(targets: RevenueTargets): Answer<RevenueTargets>;
  /** `lag` in days. */
  effect(asked: { of: Treatment; lag: string }, signal: AbortSignal): Answer<EffectReport>;
}

export function createRevenueClient(
  session: { server: string; token: string },
  request: typeof fetch,
): RevenueClient {
  const ask = createAskServer(session, request);
  const span = (unit: PeriodUnit) => `unit=${unit}&periods=${PERIODS[unit]}`;
  return {
    revenue: (unit, signal) => ask(`/v1/query/revenue?${span(unit)}`, RevenueReport, { signal }),
    slices: ({ unit, by, period }, signal) =>
      ask(
        `/v1/query/revenue/slices?unit=${unit}&by=${by}${period === null ? "" : `&period=${period}`}`,
        RevenueSlices,
        { signal },
      ),
    cohorts: (unit, signal) =>
      ask(`/v1/query/revenue/cohorts?${span(unit)}`, RevenueCohorts, { signal }),
    onboarding: (unit, signal) =>
      ask(`/v1/query/onboarding?${span(unit)}`, OnboardingReport, { signal }),
    load: (signal) => ask("/v1/query/load", CsLoad, { signal }),
    setTargets: (body) =>
      ask("/v1/settings/revenue-targets", RevenueTargets, { method: "PUT", body }),
    effect: ({ of, lag }, signal) =>
      ask(`/v1/query/effect?of=${of}&lag=${lag}`, EffectReport, { signal }),
  };
}
