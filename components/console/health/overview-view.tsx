import { useSignal } from "@preact/signals";
import type { HealthOverview } from "../../../lib/model/health-report.ts";
import type { RevenueAtRisk } from "../../../lib/model/revenue-at-risk.ts";
import { ChartFigure, LegendItem } from "../../chart/chart-figure.tsx";
import { ColumnChart } from "../../chart/column-chart.tsx";
import { StackChart } from "../../chart/stack-chart.tsx";
import { amountText } from "../../ui/amount-text.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Stat, Stats } from "../../ui/stats.tsx";
import { Time } from "../../ui/time.tsx";
import { Report, type ReportContext } from "../report-card.tsx";
import { AttentionCard } from "./attention-card.tsx";
import type { HealthModel } from "./health-model.ts";
import { nameOf, scoreText } from "./health-words.ts";
import { RevenueCard } from "./revenue-card.tsx";

export function OverviewView({ model, context }: { model: HealthModel; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Report resource={model.overview} context={context}>
      {({ overview, revenue }) =>
        overview.accounts === 0 ? (
          <Card title={t("health.title")}>
            <EmptyState title={t("health.empty")} hint={t("health.emptyHint")} />
          </Card>
        ) : (
          <div class="stack">
            <SummaryCard model={model} overview={overview} revenue={revenue} />
            <AttentionCard overview={overview} />
            <RevenueCard revenue={revenue} />
            <DistributionCard overview={overview} />
          </div>
        )
      }
    </Report>
  );
}

function SummaryCard(props: {
  model: HealthModel;
  overview: HealthOverview;
  revenue: RevenueAtRisk;
}) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { overview, revenue, model } = props;
  const [first] = revenue.total;
  return (
    <Card
      title={t("health.title")}
      lead={t("health.lead", { count: overview.accounts })}
      aside={
        <Button icon="refresh" busy={model.busy.value} onClick={() => void model.compute()}>
          {t("health.compute")}
        </Button>
      }
    >
      <Stats>
        <Stat
          value={number(overview.risks.high)}
          label={t("health.stat.high", { count: overview.risks.high })}
        />
        {first && (
          <Stat
            value={amountText(i18n, first.high, first.currency)}
            label={t("health.stat.atRisk")}
          />
        )}
        {first && (
          <Stat
            value={amountText(i18n, first.expected, first.currency)}
            label={t("health.stat.expected")}
          />
        )}
        <Stat value={scoreText(i18n, overview.mean)} label={t("health.stat.mean")} />
        {overview.weighted !== null && (
          <Stat value={scoreText(i18n, overview.weighted)} label={t("health.stat.weighted")} />
        )}
      </Stats>
      <p class="muted small">
        {overview.finishedAt === null ? (
          t("health.never")
        ) : (
          <>
            {t("health.finishedAt")} <Time at={overview.finishedAt} />
          </>
        )}
      </p>
    </Card>
  );
}

function DistributionCard({ overview }: { overview: HealthOverview }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const pointed = useSignal<number | null>(null);
  const { histogram, risks, segments } = overview;
  const range = (at: number) => `${at * 10}–${at === 9 ? 100 : at * 10 + 9}`;
  const known = histogram.reduce((sum, one) => sum + one, 0);
  const point = (at: number) =>
    t("health.histogram.point", { range: range(at), accounts: number(histogram[at] ?? 0) });
  const title = t("health.histogram");
  const bySegment = t("health.bySegment");
  const used = segments.filter(({ accounts }) => accounts > 0);
  return (
    <Card title={t("health.distribution")} lead={t("health.distributionLead")}>
      <ChartFigure
        title={bySegment}
        legend={
          <>
            <LegendItem tone="warning">{t("health.risk.high")}</LegendItem>
            <LegendItem tone="plot-soft">{t("health.legend.medium")}</LegendItem>
            <LegendItem tone="plot">{t("health.risk.low")}</LegendItem>
          </>
        }
        table={{
          columns: [
            { label: t("health.segment") },
            { label: t("health.accounts"), align: "end" },
            { label: t("health.score"), align: "end" },
            ...(["high", "medium", "low", "unknown"] as const).map((risk) => ({
              label: t(`health.risk.${risk}`),
              align: "end" as const,
            })),
          ],
          rows: used.map((one) => ({
            key: one.id,
            cells: [
              nameOf(i18n, one.name),
              number(one.accounts),
              scoreText(i18n, one.mean),
              number(one.risks.high),
              number(one.risks.medium),
              number(one.risks.low),
              number(one.risks.unknown),
            ],
          })),
        }}
      >
        <StackChart
          title={bySegment}
          description={used
            .map(
              (one) =>
                `${nameOf(i18n, one.name)}: ${number(one.risks.high)} / ${number(one.accounts)}`,
            )
            .join("; ")}
          rows={used.map((one) => ({
            key: one.id,
            title: nameOf(i18n, one.name),
            figure: number(one.accounts),
            parts: [
              { tone: "warning", count: one.risks.high },
              { tone: "plot-soft", count: one.risks.medium },
              { tone: "plot", count: one.risks.low },
            ],
            trend: null,
            notes: [
              ...(one.risks.high > 0
                ? [{ text: t("health.stat.highCount", { count: one.risks.high }), warning: true }]
                : []),
              ...(one.risks.unknown > 0
                ? [{ text: t("health.unknownCount", { count: one.risks.unknown }) }]
                : []),
            ],
          }))}
        />
      </ChartFigure>
      {known > 0 && (
        <ChartFigure
          title={title}
          legend={
            <>
              <strong>{title}</strong>
              {pointed.value !== null && (
                <span class="numeric" aria-hidden="true">
                  {point(pointed.value)}
                </span>
              )}
            </>
          }
          table={{
            columns: [{ label: t("health.score") }, { label: t("health.accounts"), align: "end" }],
            rows: histogram.map((count, at) => ({
              key: String(at),
              cells: [range(at), number(count)],
            })),
          }}
        >
          <ColumnChart
            title={title}
            description={histogram.map((_, at) => point(at)).join("; ")}
            pointed={pointed.value}
            onPoint={(at) => (pointed.value = at)}
            labelWidth={56}
            data={histogram.map((value, at) => ({ key: String(at), label: range(at), value }))}
          />
        </ChartFigure>
      )}
      <p class="muted small">
        {t("health.unknownNote", { count: risks.unknown })} {t("health.formula")}
      </p>
    </Card>
  );
}
