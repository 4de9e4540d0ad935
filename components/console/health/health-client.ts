import type * as z from "zod/mini";
import { ChurnSignal, type NewChurnSignal } from "../../../lib/model/churn.ts";
import { type HealthDefinitions, HealthSettings } from "../../../lib/model/health.ts";
import {
  AccountHealth,
  HealthOverview,
  HealthPass,
  StandingList,
} from "../../../lib/model/health-report.ts";
import { RevenueAtRisk } from "../../../lib/model/revenue-at-risk.ts";
import { RiskCase, RiskCaseDetail, type RiskCasePatch } from "../../../lib/model/risk-case.ts";
import { Task } from "../../../lib/model/task.ts";
import type { Outcome } from "../../ui/resource.ts";
import { createAskServer, type QueryError } from "../request.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;

export interface StandingFilter {
  risk: "" | "high" | "medium" | "low" | "unknown";
  text: string;
}

/** What is asked and told about health and risk; none of it throws. */
export interface HealthClient {
  overview(signal: AbortSignal): Answer<HealthOverview>;
  revenue(signal: AbortSignal): Answer<RevenueAtRisk>;
  /** One page of accounts, after the place that the page before named. */
  accounts(filter: StandingFilter, after: string | null, signal: AbortSignal): Answer<StandingList>;
  account(id: string, signal: AbortSignal): Answer<AccountHealth>;
  compute(): Answer<unknown>;
  settings(signal: AbortSignal): Answer<HealthSettings>;
  define(definitions: HealthDefinitions, revision: number): Answer<HealthSettings>;
  /** `id`: of a new sign, or of one that is to end. */
  say(id: string, sign: z.input<typeof NewChurnSignal>): Answer<unknown>;
  openCase(account: string, level: RiskCase["level"]): Answer<unknown>;
  caseDetail(id: string, signal: AbortSignal): Answer<RiskCaseDetail>;
  changeCase(found: Pick<RiskCase, "id" | "revision">, patch: RiskCasePatch): Answer<unknown>;
  addTask(
    id: string,
    task: { title: string; owner: string | null; due: string | null },
  ): Answer<unknown>;
}

export function createHealthClient(
  session: { server: string; token: string },
  request: typeof fetch,
): HealthClient {
  const ask = createAskServer(session, request);
  const caseAt = (id: string) => `/v1/risk-cases/${encodeURIComponent(id)}`;
  return {
    overview: (signal) => ask("/v1/query/health", HealthOverview, { signal }),
    revenue: (signal) => ask("/v1/query/revenue-at-risk", RevenueAtRisk, { signal }),
    accounts({ risk, text }, after, signal) {
      const query = new URLSearchParams({ limit: "50" });
      if (risk) query.set("risk", risk);
      if (text) query.set("q", text);
      if (after) query.set("after", after);
      return ask(`/v1/query/health/accounts?${query}`, StandingList, { signal });
    },
    account: (id, signal) =>
      ask(`/v1/accounts/${encodeURIComponent(id)}/health`, AccountHealth, { signal }),
    compute: () => ask("/v1/health/compute", HealthPass, { method: "POST" }),
    settings: (signal) => ask("/v1/settings/health", HealthSettings, { signal }),
    define: (body, revision) =>
      ask("/v1/settings/health", HealthSettings, { method: "PUT", body, revision }),
    say: (id, body) =>
      ask(`/v1/churn-signals/${encodeURIComponent(id)}`, ChurnSignal, { method: "PUT", body }),
    openCase: (account, level) =>
      ask("/v1/risk-cases", RiskCase, { method: "POST", body: { account, level } }),
    caseDetail: (id, signal) => ask(caseAt(id), RiskCaseDetail, { signal }),
    changeCase: ({ id, revision }, body) =>
      ask(`${caseAt(id)}/change`, RiskCase, { method: "POST", body, revision }),
    addTask: (id, body) => ask(`${caseAt(id)}/tasks`, Task, { method: "POST", body }),
  };
}
