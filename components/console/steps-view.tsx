import type { SignalFunnel } from "../../lib/model/signal-report.ts";
import { ChartFigure, LegendItem } from "../chart/chart-figure.tsx";
import { FunnelChart } from "../chart/funnel-chart.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** How far people come in the sequence of a milestone, and how long each step takes them. */
export function StepsView({ funnel }: { funnel: SignalFunnel }) {
  const { t, number, percent, duration } = useI18n();
  if (funnel.steps.length === 0) {
    return <EmptyState title={t("signals.steps.plain")} hint={t("signals.steps.plainHint")} />;
  }
  const whole = funnel.steps[0]?.people ?? 0;
  if (whole === 0) {
    return <EmptyState title={t("signals.steps.none")} hint={t("people.emptyHint")} />;
  }
  const steps = funnel.steps.map((step, at) => {
    const [first = "", ...others] = step.features;
    const either = others.reduce(
      (feature, other) => t("signals.steps.or", { feature, other }),
      first,
    );
    const feature =
      step.times > 1 ? t("signals.steps.times", { feature: either, count: step.times }) : either;
    const passed = Math.min(step.people, funnel.steps[at + 1]?.people ?? step.people);
    return { ...step, name: `${at + 1}. ${feature}`, passed, lost: step.people - passed };
  });
  const title = t("signals.steps.chart", { signal: funnel.name });
  return (
    <div class="stack">
      <ChartFigure
        title={title}
        legend={
          <>
            <LegendItem tone="plot-soft">{t("signals.steps.people")}</LegendItem>
            <LegendItem tone="plot">{t("signals.steps.on")}</LegendItem>
          </>
        }
        table={{
          columns: [
            { label: t("signals.steps.step") },
            { label: t("signals.steps.people"), align: "end" },
            { label: t("signals.steps.lost"), align: "end" },
            { label: t("signals.steps.median"), align: "end" },
          ],
          rows: steps.map(({ name, people, lost, median }) => ({
            key: name,
            cells: [name, number(people), number(lost), median === null ? "" : duration(median)],
          })),
        }}
      >
        <FunnelChart
          title={title}
          description={steps.map(({ name, people }) => `${name}: ${number(people)}`).join("; ")}
          whole={whole}
          steps={steps.map(({ name, people, passed, lost, median }) => ({
            key: name,
            title: name,
            reached: people,
            passed,
            notes: [
              ...(median === null
                ? []
                : [{ text: t("signals.steps.took", { time: duration(median) }) }]),
              ...(lost === 0
                ? []
                : [
                    {
                      text: `${t("signals.steps.lost")}: ${number(lost)} (${percent(lost / people)})`,
                    },
                  ]),
            ],
          }))}
        />
      </ChartFigure>
      <p class="muted small">{t("signals.steps.formula")}</p>
    </div>
  );
}
