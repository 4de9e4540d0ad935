import { useSignal } from "@preact/signals";
import type { SignalReport } from "../../lib/model/signal-report.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { ColumnChart } from "../chart/column-chart.tsx";
import { FunnelChart } from "../chart/funnel-chart.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { EvidenceView } from "./evidence-view.tsx";
import { LatestValues } from "./latest-values.tsx";
import type { ReportContext } from "./report-card.tsx";
import { signalWord } from "./signal-words.ts";
import type { SignalsReport } from "./signals-report.ts";
import { groupValues } from "./value-groups.ts";

/** How a signal stands with everybody, when it came to that, and why for one person. */
export function ValuesView(props: {
  report: SignalReport;
  model: SignalsReport;
  context: ReportContext;
}) {
  const { t, date } = useI18n();
  const { report, model } = props;
  const { version, publishedAt } = report;
  const inForce = version !== null && publishedAt !== null && (
    <p class="muted small">
      {t("signals.values.version", { version: String(version), when: date(publishedAt) })}
    </p>
  );
  if (report.values.length === 0) {
    return (
      <div class="stack">
        <EmptyState title={t("signals.values.none")} hint={t("signals.values.noneHint")} />
        {inForce}
      </div>
    );
  }
  return (
    <div class="stack">
      <Distribution report={report} />
      <Changes report={report} />
      {model.somebody.value && (
        <EvidenceView
          key={model.somebody.value.user}
          model={model}
          kind={report.kind}
          context={props.context}
        />
      )}
      <LatestValues report={report} onAsk={model.ask} />
      {inForce}
    </div>
  );
}

function Distribution({ report }: { report: SignalReport }) {
  const i18n = useI18n();
  const { t, number, percent } = i18n;
  const people = report.values.reduce((sum, one) => sum + one.people, 0);
  const groups = groupValues(report.kind, report.values).map((group) => {
    const word = signalWord(i18n, report.kind, group.value);
    const isRange = group.to !== undefined && group.to !== group.value;
    const name = isRange
      ? t("signals.values.range", { from: word, to: signalWord(i18n, report.kind, group.to ?? 0) })
      : word;
    return { name, people: group.people };
  });
  const title = t("signals.values.chart", { signal: report.name });
  return (
    <ChartFigure
      title={title}
      table={{
        columns: [
          { label: t("signals.values.value") },
          { label: t("signals.values.people"), align: "end" },
          { label: t("activeDays.share"), align: "end" },
        ],
        rows: groups.map((group) => ({
          key: group.name,
          cells: [group.name, number(group.people), percent(group.people / people)],
        })),
      }}
    >
      <FunnelChart
        title={title}
        description={groups.map((group) => `${group.name}: ${number(group.people)}`).join("; ")}
        whole={people}
        steps={groups.map((group) => ({
          key: group.name,
          title: group.name,
          reached: group.people,
          passed: group.people,
          notes: [],
        }))}
      />
    </ChartFigure>
  );
}

function Changes({ report }: { report: SignalReport }) {
  const { t, number, day } = useI18n();
  const pointed = useSignal<number | null>(null);
  const title = t("signals.values.changes", { signal: report.name });
  const told = report.perDay.at(pointed.value ?? -1);
  const total = report.perDay.reduce((sum, { people }) => sum + people, 0);
  return (
    <ChartFigure
      title={title}
      legend={
        <>
          <strong>{title}</strong>
          {told && (
            <span class="numeric" aria-hidden="true">
              {day(told.day)}: {number(told.people)}
            </span>
          )}
        </>
      }
      table={{
        columns: [
          { label: t("activation.day") },
          { label: t("signals.values.people"), align: "end" },
        ],
        rows: report.perDay.map((one) => ({
          key: one.day,
          cells: [day(one.day), number(one.people)],
        })),
      }}
    >
      <ColumnChart
        title={title}
        description={number(total)}
        pointed={pointed.value}
        onPoint={(index) => (pointed.value = index)}
        data={report.perDay.map((one) => ({
          key: one.day,
          label: day(one.day),
          value: one.people,
        }))}
      />
    </ChartFigure>
  );
}
