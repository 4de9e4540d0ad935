import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { PeriodPicker } from "./period-picker.tsx";
import { Report, type ReportContext } from "./report-card.tsx";
import { SIGNAL_VIEWS, type SignalChoice, type SignalsReport } from "./signals-report.ts";
import { StepsView } from "./steps-view.tsx";
import { Timeline } from "./timeline.tsx";
import { ValuesView } from "./values-view.tsx";

interface SignalsProps {
  model: SignalsReport;
  context: ReportContext;
}

export function SignalsView({ model, context }: SignalsProps) {
  const { t } = useI18n();
  const { shown, period } = model;
  const chosen = model.chosen.value;
  const aside = chosen && shown.value !== "steps" && (
    <PeriodPicker value={period.value} onChange={model.choosePeriod} />
  );
  return (
    <Card title={t("signals.title")} lead={t("signals.lead")} aside={aside}>
      <Report resource={model.signals} context={context} onRetry={() => void model.open()}>
        {(signals) =>
          signals.length === 0 ? (
            <EmptyState title={t("activation.empty")} hint={t("activation.emptyHint")} />
          ) : (
            <div class="stack">
              <div class="choices">
                {chosen && (
                  <div class="choice">
                    <Select
                      label={t("activation.signal")}
                      value={chosen.signal}
                      options={model.choices.value.map(({ signal, name }) => ({
                        value: signal,
                        label: name,
                      }))}
                      onChange={model.choose}
                    />
                  </div>
                )}
                <Segmented
                  label={t("targets.view")}
                  value={shown.value}
                  options={SIGNAL_VIEWS.map((value) => ({
                    value,
                    label: t(`signals.view.${value}`),
                  }))}
                  onChange={model.show}
                />
              </div>
              {chosen ? (
                <Chosen model={model} context={context} chosen={chosen} />
              ) : (
                <EmptyState title={t("signals.noMilestones")} hint={t("activation.emptyHint")} />
              )}
            </div>
          )
        }
      </Report>
    </Card>
  );
}

function Chosen({ model, context, chosen }: SignalsProps & { chosen: SignalChoice }) {
  switch (model.shown.value) {
    case "time":
      return (
        <Report key="time" resource={model.timeline} context={context}>
          {(timeline) => <Timeline signal={chosen} timeline={timeline} />}
        </Report>
      );
    case "steps":
      return (
        <Report key="steps" resource={model.steps} context={context}>
          {(funnel) => <StepsView funnel={funnel} />}
        </Report>
      );
    case "values":
      return (
        <Report key="values" resource={model.values} context={context}>
          {(report) => <ValuesView report={report} model={model} context={context} />}
        </Report>
      );
  }
}
