import { useEffect, useMemo } from "preact/hooks";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Time } from "../../ui/time.tsx";
import { detailOf, Report, type ReportContext, useQueryMessage } from "../report-card.tsx";
import {
  type AccountAnswer,
  type AccountHealthModel,
  createAccountHealthModel,
} from "./account-health-model.ts";
import { CaseCard } from "./case-card.tsx";
import type { HealthClient } from "./health-client.ts";
import { causeText, measureName, nameOf } from "./health-words.ts";
import { RiskBadge } from "./risk-badge.tsx";
import { ScoresCard } from "./scores-card.tsx";
import { SignsCard } from "./signs-card.tsx";

/** Everything about the health and the risk of one account: what it is, why, how it went, what is done about it. */
export function AccountHealthPanel(props: {
  client: HealthClient;
  account: string;
  context: ReportContext;
  /** Signs, the case or tasks of the account are others now. */
  onChanged: () => void;
}) {
  const { client, account, context, onChanged } = props;
  const model = useMemo(
    () =>
      createAccountHealthModel(client, account, {
        now: () => Date.now(),
        newId: () => crypto.randomUUID(),
        changed: onChanged,
      }),
    [client, account, onChanged],
  );
  useEffect(() => void model.answer.load(), [model]);
  return (
    <Report resource={model.answer} context={context}>
      {(answer) => <Panel answer={answer} model={model} context={context} />}
    </Report>
  );
}

function Panel(props: {
  answer: AccountAnswer;
  model: AccountHealthModel;
  context: ReportContext;
}) {
  const { answer, model, context } = props;
  const { health } = answer;
  return (
    <div class="stack">
      <WhyCard answer={answer} />
      <Problem model={model} context={context} />
      <CaseCard key={health.case?.id ?? "none"} answer={answer} model={model} />
      <SignsCard signals={health.signals} model={model} />
      {health.standing && <ScoresCard standing={health.standing} trend={health.trend} />}
    </div>
  );
}

function WhyCard({ answer }: { answer: AccountAnswer }) {
  const i18n = useI18n();
  const { t, number, percent, dayOfYear } = i18n;
  const { standing } = answer.health;
  if (!standing) {
    return (
      <Card title={t("console.section.health")}>
        <EmptyState title={t("health.notYet")} hint={t("health.notYetHint")} />
      </Card>
    );
  }
  const { risk, riskSince, score, coverage, causes, reasons, segment, at } = standing;
  return (
    <Card
      title={t("console.section.health")}
      lead={t("health.measuredAs", { segment: nameOf(i18n, segment.name) })}
      aside={<RiskBadge risk={risk} />}
    >
      <div class="health-head">
        <p class="health-score numeric">
          <strong>{score === null ? t("health.unknownScore") : number(Math.round(score))}</strong>{" "}
          <span class="muted">{t("health.coverageOf", { share: percent(coverage) })}</span>
        </p>
        {risk !== null && (
          <p class="muted">{t("health.riskSince", { day: dayOfYear(riskSince) })}</p>
        )}
      </div>
      {risk === null && <p>{t("health.unknownHint")}</p>}
      {causes.length > 0 && (
        <section>
          <h3>{t("health.causes")}</h3>
          <ul class="health-list">
            {causes.map((one) => (
              <li key={`${one.type} ${one.kind} ${one.name}`}>
                {causeText(i18n, one)} <RiskBadge risk={one.risk} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {reasons.length > 0 && (
        <section>
          <h3>{t("health.reasons")}</h3>
          <ul class="health-list">
            {reasons.map((one) => (
              <li key={`${one.score} ${one.kind} ${one.subject}`}>
                {measureName(i18n, one)}{" "}
                <span class="muted numeric">
                  {t("health.points", { points: number(Math.round(one.points * 10) / 10) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="muted small">
        {t("health.workedOut")} <Time at={at} />
      </p>
    </Card>
  );
}

/** What went wrong with the last change; what a field lacks is said at the field too. */
function Problem({ model, context }: { model: AccountHealthModel; context: ReportContext }) {
  const i18n = useI18n();
  const message = useQueryMessage(context.server);
  const problem = model.problem.value;
  if (!problem || problem.problems) return null;
  const detail = detailOf(problem, i18n);
  return (
    <Notice tone="danger" live>
      <p>{message(problem)}</p>
      {detail !== null && (
        <p class="small" lang="en">
          {detail}
        </p>
      )}
    </Notice>
  );
}
