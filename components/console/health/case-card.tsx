import { CASE_STEPS, type RiskCaseDetail } from "../../../lib/model/risk-case.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Time } from "../../ui/time.tsx";
import type { AccountAnswer, AccountHealthModel } from "./account-health-model.ts";
import { CaseForm } from "./case-form.tsx";
import { CaseTasks } from "./case-tasks.tsx";

/** How the risk is handled: level, type and cause, plan with people, done, outcome and churn note. */
export function CaseCard({ answer, model }: { answer: AccountAnswer; model: AccountHealthModel }) {
  const { t } = useI18n();
  const { health, detail } = answer;
  const risk = health.standing?.risk;
  const level = risk === "high" ? "high" : "medium";
  const closed =
    health.closedCases > 0 ? t("case.closedBefore", { count: health.closedCases }) : undefined;
  if (!detail) {
    return (
      <Card title={t("case.title")} lead={t("case.lead")}>
        <EmptyState
          title={risk === "high" || risk === "medium" ? t("case.nobody") : t("case.none")}
          {...(closed && { hint: closed })}
        >
          <Button
            kind={risk === "high" ? "primary" : "secondary"}
            busy={model.busy.value}
            onClick={() => void model.openCase(level)}
          >
            {t("case.open")}
          </Button>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("case.title")} lead={t("case.lead")}>
      <Steps detail={detail} />
      <p class="muted small">
        {t("case.openedBy", { by: detail.openedBy })} <Time at={detail.openedAt} withTime={false} />
      </p>
      <CaseForm detail={detail} model={model} />
      <CaseTasks detail={detail} model={model} />
    </Card>
  );
}

function Steps({ detail }: { detail: RiskCaseDetail }) {
  const { t } = useI18n();
  const at = CASE_STEPS.indexOf(detail.step);
  return (
    <ol class="case-steps" aria-label={t("case.steps")}>
      {CASE_STEPS.map((step, index) => (
        <li
          key={step}
          class={index <= at ? "case-step case-step-done" : "case-step"}
          aria-current={index === at ? "step" : undefined}
        >
          {t(`case.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
