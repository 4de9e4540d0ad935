import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Select } from "../../ui/select.tsx";
import { Report, type ReportContext } from "../report-card.tsx";
import { StandingRow } from "./attention-card.tsx";
import type { HealthModel } from "./health-model.ts";

const RISK_FILTERS = ["", "high", "medium", "unknown", "low"] as const;

/** All customers by risk, with the reasons. */
export function AccountsByRisk({ model, context }: { model: HealthModel; context: ReportContext }) {
  const { t } = useI18n();
  const filter = model.filter.value;
  return (
    <Card title={t("health.accountsTitle")} lead={t("health.accountsLead")}>
      <div class="choices">
        <div class="choice">
          <Field
            label={t("health.search")}
            mode="search"
            value={filter.text}
            onInput={(text) => model.choose({ text })}
          />
        </div>
        <div class="choice">
          <Select
            label={t("health.risk")}
            value={filter.risk}
            options={RISK_FILTERS.map((value) => ({
              value,
              label: value === "" ? t("health.risk.any") : t(`health.risk.${value}`),
            }))}
            onChange={(risk) => model.choose({ risk })}
          />
        </div>
      </div>
      <Report resource={model.accounts} context={context}>
        {({ items, total, next }) =>
          items.length === 0 ? (
            <EmptyState
              title={filter.risk || filter.text ? t("health.noneFound") : t("health.empty")}
              {...(!filter.risk && !filter.text && { hint: t("health.emptyHint") })}
            />
          ) : (
            <div class="stack">
              <p class="muted small">{t("health.found", { count: total })}</p>
              <ul class="rows">
                {items.map((one) => (
                  <StandingRow key={one.id} standing={one} />
                ))}
              </ul>
              {next && (
                <div class="actions actions-center">
                  <Button busy={model.busy.value} onClick={() => void model.more()}>
                    {t("health.more")}
                  </Button>
                </div>
              )}
            </div>
          )
        }
      </Report>
    </Card>
  );
}
