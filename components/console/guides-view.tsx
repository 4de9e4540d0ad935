import { localize } from "../../lib/model/locale.ts";
import type { GuideFunnel } from "../../lib/model/query.ts";
import { ChartFigure, LegendItem } from "../chart/chart-figure.tsx";
import { FunnelChart } from "../chart/funnel-chart.tsx";
import { GuideRevenueView } from "../revenue/guide-revenue-view.tsx";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { Toast } from "../ui/toast.tsx";
import type { GuideItem } from "./client.ts";
import { type FunnelRow, readFunnel } from "./funnel.ts";
import { GUIDE_VIEWS, type GuidesReport } from "./guides-report.ts";
import { LiftView } from "./lift-view.tsx";
import { PauseNotices } from "./pause-notices.tsx";
import { PeriodPicker } from "./period-picker.tsx";
import { Report, type ReportContext } from "./report-card.tsx";
import { TargetsView } from "./targets-view.tsx";

export function GuidesView(props: { model: GuidesReport; context: ReportContext }) {
  const { t, wanted } = useI18n();
  const { model, context } = props;
  const chosen = model.chosen.value;
  const nameOf = ({ name }: GuideItem) =>
    typeof name === "string" ? name : localize(name, wanted);
  const shown = model.shown.value;
  const aside = chosen && shown === "targets" && (
    <PeriodPicker value={model.period.value} onChange={model.choosePeriod} />
  );
  return (
    <Card title={t(`guides.title.${shown}`)} lead={t(`guides.lead.${shown}`)} aside={aside}>
      <Report resource={model.guides} context={context} onRetry={() => void model.open()}>
        {(guides) =>
          chosen === null ? (
            <EmptyState title={t("guides.empty")} hint={t("guides.emptyHint")} />
          ) : (
            <div class="stack">
              <PauseNotices model={model} context={context} />
              <div class="choices">
                <div class="choice">
                  <Select
                    label={t("guides.guide")}
                    value={chosen.id}
                    options={guides.map((guide) => ({ value: guide.id, label: nameOf(guide) }))}
                    onChange={(guide) => model.choose(guide)}
                  />
                </div>
                <Segmented
                  label={t("targets.view")}
                  value={model.shown.value}
                  options={GUIDE_VIEWS.map((value) => ({
                    value,
                    label: t(`targets.view.${value}`),
                  }))}
                  onChange={model.show}
                />
              </div>
              <Chosen model={model} context={context} published={chosen.published !== null} />
            </div>
          )
        }
      </Report>
      <Toast text={model.resumed.value ? t("targets.resumed") : null} onClose={model.closeNotice} />
    </Card>
  );
}

function Chosen(props: { model: GuidesReport; context: ReportContext; published: boolean }) {
  const { t } = useI18n();
  const { model, context } = props;
  if (!props.published) {
    return <EmptyState title={t("guides.unpublished")} hint={t("guides.unpublishedHint")} />;
  }
  if (model.shown.value === "lift") {
    return (
      <Report key="lift" resource={model.lift} context={context}>
        {(lift) => <LiftView lift={lift} />}
      </Report>
    );
  }
  if (model.shown.value === "revenue") {
    return (
      <Report key="revenue" resource={model.revenue} context={context}>
        {(answer) => <GuideRevenueView answer={answer} />}
      </Report>
    );
  }
  return model.shown.value === "targets" ? (
    <Report key="targets" resource={model.targets} context={context}>
      {(targets) => <TargetsView targets={targets} />}
    </Report>
  ) : (
    <Report key="steps" resource={model.funnel} context={context}>
      {(funnel) => <Funnel funnel={funnel} />}
    </Report>
  );
}

function Funnel({ funnel }: { funnel: GuideFunnel }) {
  const { t, number, percent } = useI18n();
  const { whole, rows, totals, helped } = readFunnel(funnel);
  if (whole === 0) return <EmptyState title={t("guides.none")} hint={t("guides.noneHint")} />;
  return (
    <div class="stack">
      <Stats>
        <Stat value={number(totals.started)} label={t("guides.started")} />
        <Stat
          value={`${number(totals.completed)} · ${percent(Math.min(1, totals.completed / whole))}`}
          label={t("guides.completed")}
        />
        <Stat value={number(totals.dismissed)} label={t("guides.dismissed")} />
        {helped && (
          <Stat
            value={`${t("guides.helpedOf", { yes: helped.yes, of: helped.of })} · ${percent(helped.share)}`}
            label={t("guides.helped")}
          />
        )}
        {totals.missing > 0 && (
          <Stat value={number(totals.missing)} label={t("guides.missing")} tone="warning" />
        )}
      </Stats>
      {totals.missing > 0 && (
        <Notice tone="warning" title={t("guides.missingNote", { count: totals.missing })} />
      )}
      <Steps funnel={funnel} whole={whole} rows={rows} />
    </div>
  );
}

function Steps(props: { funnel: GuideFunnel; whole: number; rows: readonly FunnelRow[] }) {
  const { t, number, percent, wanted } = useI18n();
  const titled = props.rows.map((row, index) => ({
    ...row,
    name: `${index + 1}. ${localize(row.title, wanted)}`,
  }));
  const title = t("guides.chart", { guide: localize(props.funnel.name, wanted) });
  return (
    <ChartFigure
      title={title}
      legend={
        <>
          <LegendItem tone="plot-soft">{t("guides.shown")}</LegendItem>
          <LegendItem tone="plot">{t("guides.done")}</LegendItem>
          <Badge>{t("guides.version", { version: String(props.funnel.version) })}</Badge>
        </>
      }
      table={{
        columns: [
          { label: t("guides.step") },
          { label: t("guides.shown"), align: "end" },
          { label: t("guides.done"), align: "end" },
          { label: t("guides.dropOff"), align: "end" },
          { label: t("guides.missed"), align: "end" },
        ],
        rows: titled.map(({ step, name, shown, completed, lost, missing }) => ({
          key: step,
          cells: [name, number(shown), number(completed), number(lost), number(missing)],
        })),
      }}
    >
      <FunnelChart
        title={title}
        description={titled.map(({ name, shown }) => `${name}: ${number(shown)}`).join("; ")}
        whole={props.whole}
        steps={titled.map(({ step, name, shown, completed, lost, lostShare, missing }) => ({
          key: step,
          title: name,
          reached: shown,
          passed: completed,
          notes: [
            ...(lost > 0
              ? [{ text: `${t("guides.dropOff")}: ${number(lost)} (${percent(lostShare)})` }]
              : []),
            ...(missing > 0
              ? [{ text: `${t("guides.missed")}: ${number(missing)}`, warning: true }]
              : []),
          ],
        }))}
      />
    </ChartFigure>
  );
}
