import type { Insights } from "../../lib/message/protocol.ts";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Meter } from "../ui/meter.tsx";
import { InsightRow } from "./insight-row.tsx";
import type { InsightsModel } from "./insights-model.ts";

/** What the signals say of the person who is here. */
export function InsightsCard({ insights, model }: { insights: Insights; model: InsightsModel }) {
  const { t, percent } = useI18n();
  const { signals, computing } = insights;
  const progress = computing === null ? "" : percent(computing);
  const text = t("insights.computing", { percent: progress });
  return (
    <Card title={t("insights.title")} lead={t("insights.lead")}>
      {computing !== null && (
        <div class="insight-computing">
          <p role="status">{text}</p>
          <Meter
            label={t("insights.title")}
            text={text}
            done={Math.round(computing * 100)}
            of={100}
          />
          <p class="muted small">{t("insights.computingHint")}</p>
        </div>
      )}
      {signals.length === 0 ? (
        <EmptyState title={t("insights.empty")} hint={t("insights.emptyHint")} />
      ) : (
        <ul class="rows">
          {signals.map((entry) => (
            <InsightRow key={entry.definition.id} entry={entry} insights={insights} model={model} />
          ))}
        </ul>
      )}
    </Card>
  );
}
