import {
  ChurnSignal,
  ChurnSignalBatch,
  ChurnSignalList,
  NewChurnSignal,
} from "../../lib/model/churn.ts";
import { HealthDefinitions, HealthSettings } from "../../lib/model/health.ts";
import {
  AccountHealth,
  HealthOverview,
  HealthPass,
  StandingList,
} from "../../lib/model/health-report.ts";
import { RevenueAtRisk } from "../../lib/model/revenue-at-risk.ts";
import {
  NewCaseTask,
  NewRiskCase,
  RiskCase,
  RiskCaseDetail,
  RiskCaseList,
  RiskCasePatch,
} from "../../lib/model/risk-case.ts";
import { ChurnSignalOutcomes } from "../churn/put-signals.ts";

export const HEALTH_SCHEMAS = {
  "account-health": AccountHealth,
  "churn-signal": ChurnSignal,
  "churn-signal-batch": ChurnSignalBatch,
  "churn-signal-list": ChurnSignalList,
  "churn-signal-outcomes": ChurnSignalOutcomes,
  "health-definitions": HealthDefinitions,
  "health-overview": HealthOverview,
  "health-pass": HealthPass,
  "health-settings": HealthSettings,
  "new-case-task": NewCaseTask,
  "new-churn-signal": NewChurnSignal,
  "new-risk-case": NewRiskCase,
  "revenue-at-risk": RevenueAtRisk,
  "risk-case": RiskCase,
  "risk-case-detail": RiskCaseDetail,
  "risk-case-list": RiskCaseList,
  "risk-case-patch": RiskCasePatch,
  "standing-list": StandingList,
} as const;
