import type { AccountStanding, HealthOverview } from "../../../lib/model/health-report.ts";
import { AccountLink } from "../../accounts/account-link.tsx";
import { amountText } from "../../ui/amount-text.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { whyText } from "./health-words.ts";
import { RiskBadge } from "./risk-badge.tsx";

/** Who needs a person and why, the most urgent first. */
export function AttentionCard({ overview }: { overview: HealthOverview }) {
  const { t } = useI18n();
  const { attention, attentionTotal } = overview;
  return (
    <Card title={t("health.attention")} lead={t("health.attentionLead")}>
      {attention.length === 0 ? (
        <EmptyState title={t("health.attentionNone")} />
      ) : (
        <ul class="rows">
          {attention.map((one) => (
            <StandingRow key={one.id} standing={one} />
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

export function StandingRow({ standing }: { standing: AccountStanding }) {
  const i18n = useI18n();
  const { t, number, dayOfYear } = i18n;
  const { id, name, owner, mrr, renewal, risk, score, coverage } = standing;
  const why = whyText(i18n, standing);
  const facts = [
    owner ?? t("health.noOwner"),
    mrr && t("health.perYear", { amount: amountText(i18n, mrr.minor * 12, mrr.currency) }),
    renewal && t("health.renewal", { day: dayOfYear(renewal) }),
    score !== null && t("health.scoreOf", { score: number(Math.round(score)) }),
    score === null && coverage > 0 && t("health.coverageOf", { share: i18n.percent(coverage) }),
  ].filter(Boolean);
  return (
    <li class="row health-row">
      <div class="row-text">
        <span class="row-title">
          <AccountLink id={id} name={name} part="health" /> <RiskBadge risk={risk} />{" "}
          {standing.case && <Badge tone="accent">{t(`case.step.${standing.case.step}`)}</Badge>}
        </span>
        {why !== "" && <span class="row-why">{why}</span>}
        <span class="row-note">{facts.join(" · ")}</span>
      </div>
    </li>
  );
}
