import { useSignal } from "@preact/signals";
import type { SignalTimeline } from "../../lib/model/query.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { ColumnChart } from "../chart/column-chart.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { PeriodPicker } from "./period-picker.tsx";
import { Report, type ReportContext } from "./report-card.tsx";
import type { ActivationReport, SignalChoice } from "./reports.ts";

export function ActivationView(props: { model: ActivationReport; context: ReportContext }) {
  const { t } = useI18n();
  const { model, context } = props;
  const chosen = model.chosen.value;
  return (
    <Card
      title={t("activation.title")}
      lead={t("activation.lead")}
      aside={chosen && <PeriodPicker value={model.period.value} onChange={model.choosePeriod} />}
    >
      <Report resource={model.signals} context={context} onRetry={() => void model.open()}>
        {(signals) =>
          chosen === null ? (
            <EmptyState title={t("activation.empty")} hint={t("activation.emptyHint")} />
          ) : (
            <div class="stack">
              <div class="choice">
                <Select
                  label={t("activation.signal")}
                  value={chosen.signal}
                  options={signals.map(({ signal, name }) => ({ value: signal, label: name }))}
                  onChange={model.choose}
                />
              </div>
              <Report resource={model.timeline} context={context}>
                {(timeline) => <Timeline signal={chosen} timeline={timeline} />}
              </Report>
            </div>
          )
        }
      </Report>
    </Card>
  );
}

function Timeline({ signal, timeline }: { signal: SignalChoice; timeline: SignalTimeline }) {
  const { t, number, day } = useI18n();
  const pointed = useSignal<number | null>(null);
  const told = timeline.perDay.at(pointed.value ?? -1);
  const total = timeline.perDay.reduce((sum, { users }) => sum + users, 0);
  const totalText = t("activation.total", { count: total });
  const title = t("activation.chart", { signal: signal.name });
  return (
    <div class="stack">
      <Stats>
        <Stat value={number(total)} label={totalText} />
        <Stat value={number(signal.users)} label={t("activation.ever", { count: signal.users })} />
      </Stats>
      {total === 0 ? (
        <EmptyState title={t("activation.none")} />
      ) : (
        <ChartFigure
          title={title}
          legend={
            told && (
              <span class="numeric" aria-hidden="true">
                {day(told.day)}: {number(told.users)}
              </span>
            )
          }
          table={{
            columns: [
              { label: t("activation.day") },
              { label: t("activation.people"), align: "end" },
            ],
            rows: timeline.perDay.map((one) => ({
              key: one.day,
              cells: [day(one.day), number(one.users)],
            })),
          }}
        >
          <ColumnChart
            title={title}
            pointed={pointed.value}
            onPoint={(index) => (pointed.value = index)}
            description={`${number(total)} ${totalText}`}
            data={timeline.perDay.map((one) => ({
              key: one.day,
              label: day(one.day),
              value: one.users,
            }))}
          />
        </ChartFigure>
      )}
    </div>
  );
}
