import type { AccountStanding, HealthOverview } from "../../../lib/model/health-report.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { moneyText, whyText } from "./health-words.ts";
import { RiskBadge } from "./risk-badge.tsx";

/** Who needs a person and why, the most urgent first. */
export function AttentionCard(props: { overview: HealthOverview; onLook: (id: string) => void }) {
  const { t } = useI18n();
  const { attention, attentionTotal } = props.overview;
  return (
    <Card title={t("health.attention")} lead={t("health.attentionLead")}>
      {attention.length === 0 ? (
        <EmptyState title={t("health.attentionNone")} />
      ) : (
        <ul class="rows">
          {attention.map((one) => (
            <StandingRow key={one.id} standing={one} onLook={props.onLook} />
          ))}
        </ul>
      )}
      {attentionTotal > attention.length && (
        <p class="muted small">
          {t("health.attentionMore", { shown: attention.length, count: attentionTotal })}
        </p>
      )}
    </Card>
  );
}

export function StandingRow(props: { standing: AccountStanding; onLook: (id: string) => void }) {
  const i18n = useI18n();
  const { t, number, dayOfYear } = i18n;
  const { standing } = props;
  const { id, name, owner, mrr, renewal, risk, score, coverage } = standing;
  const shown = name ?? id;
  const why = whyText(i18n, standing);
  const facts = [
    owner ?? t("health.noOwner"),
    mrr && t("health.perYear", { amount: moneyText(i18n, mrr.minor * 12, mrr.currency) }),
    renewal && t("health.renewal", { day: dayOfYear(renewal) }),
    score !== null && t("health.scoreOf", { score: number(Math.round(score)) }),
    score === null && coverage > 0 && t("health.coverageOf", { share: i18n.percent(coverage) }),
  ].filter(Boolean);
  return (
    <li class="row health-row">
      <div class="row-text">
        <span class="row-title">
          {shown} <RiskBadge risk={risk} />{" "}
          {standing.case && <Badge tone="accent">{t(`case.step.${standing.case.step}`)}</Badge>}
        </span>
        {why !== "" && <span class="row-why">{why}</span>}
        <span class="row-note">{facts.join(" · ")}</span>
      </div>
      <Button label={t("health.openLabel", { name: shown })} onClick={() => props.onLook(id)}>
        {t("health.open")}
      </Button>
    </li>
  );
}
