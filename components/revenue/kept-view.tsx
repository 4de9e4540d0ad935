import type { MoneyWalk, RevenueReport } from "../../lib/model/revenue.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { LineChart, LineSample } from "../chart/line-chart.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { chosenPeriod, currenciesOf, walkIn } from "./choice.ts";
import { CurrencyChoice } from "./choices.tsx";
import type { RevenueModel } from "./model.ts";
import { Cohort, LeftOut } from "./notes.tsx";
import { TargetsForm } from "./targets-form.tsx";
import { useRevenueWords } from "./words.ts";

/** GRR and NRR over time, against what is aimed at. */
export function KeptView(props: { report: RevenueReport; model: RevenueModel; server: string }) {
  const { report, model } = props;
  const { t } = useI18n();
  const words = useRevenueWords();
  const currencies = currenciesOf(report.periods);
  const currency = model.currency.value ?? currencies[0] ?? "";
  const numbers = chosenPeriod(report, null);
  const walk = numbers && walkIn(numbers, currency);
  if (!numbers || !walk || walk.opening === 0) {
    return <EmptyState title={t("revenue.empty")} hint={t("revenue.emptyHint")} />;
  }
  return (
    <div class="stack">
      <div class="choices">
        <CurrencyChoice model={model} currencies={currencies} value={currency} />
      </div>
      <Figures walk={walk} report={report} period={words.period(numbers.period)} />
      <Lines report={report} currency={currency} />
      <LeftOut numbers={numbers} />
      <TargetsForm targets={report.targets} model={model} server={props.server} />
      <How>
        <p>{t("revenue.how.kept")}</p>
        <p>{t("revenue.how.ltv")}</p>
        <Cohort numbers={numbers} walk={walk} />
      </How>
    </div>
  );
}

function Figures(props: { walk: MoneyWalk; report: RevenueReport; period: string }) {
  const { t, rate } = useI18n();
  const { amount } = useRevenueWords();
  const { grr, nrr, netChurn, ltv, currency } = props.walk;
  const { targets } = props.report;
  const tone = (value: number | null, target: number) =>
    value !== null && value < target ? { tone: "warning" as const } : {};
  const say = (value: number | null) => (value === null ? "" : rate(value));
  return (
    <>
      <Stats>
        <Stat
          value={say(grr.value)}
          label={t("revenue.grrOf", { period: props.period, target: rate(targets.grr) })}
          {...tone(grr.value, targets.grr)}
        />
        <Stat
          value={say(nrr.value)}
          label={t("revenue.nrrOf", { period: props.period, target: rate(targets.nrr) })}
          {...tone(nrr.value, targets.nrr)}
        />
        <Stat
          value={say(netChurn.value)}
          label={t((netChurn.value ?? 0) < 0 ? "revenue.negativeChurn" : "revenue.netChurn")}
        />
        <Stat
          value={ltv.value === null ? "–" : amount(ltv.value, currency)}
          label={t(ltv.missing === null ? "revenue.ltv" : `revenue.ltv.${ltv.missing}`)}
        />
      </Stats>
      {ltv.value !== null && ltv.low !== null && (
        <p class="muted small">
          {ltv.high === null
            ? t("revenue.ltvFrom", { low: amount(ltv.low, currency) })
            : t("revenue.ltvRange", {
                low: amount(ltv.low, currency),
                high: amount(ltv.high, currency),
              })}
        </p>
      )}
    </>
  );
}

function Lines({ report, currency }: { report: RevenueReport; currency: string }) {
  const { t, rate, percent } = useI18n();
  const words = useRevenueWords();
  const title = t("revenue.keptChart", { currency });
  const rows = report.periods.map((numbers) => ({
    label: words.period(numbers.period),
    walk: walkIn(numbers, currency),
    open: numbers.open,
  }));
  const { targets } = report;
  const say = (value: number | null | undefined) => (value == null ? "" : rate(value));
  return (
    <ChartFigure
      title={title}
      legend={
        <>
          <LineSample look="plain">{t("revenue.nrr")}</LineSample>
          <LineSample look="soft">{t("revenue.grr")}</LineSample>
          <LineSample look="target">{t("revenue.target")}</LineSample>
        </>
      }
      table={{
        columns: [
          { label: t("console.period") },
          { label: t("revenue.grr"), align: "end" },
          { label: t("revenue.nrr"), align: "end" },
          { label: t("revenue.churnMrr"), align: "end" },
          { label: t("revenue.contractionRate"), align: "end" },
          { label: t("revenue.expansionRate"), align: "end" },
        ],
        rows: rows.map(({ label, walk, open }) => ({
          key: label,
          cells: [
            open ? t("revenue.soFar", { period: label }) : label,
            say(walk?.grr.value),
            say(walk?.nrr.value),
            say(walk?.churnRate.value),
            say(walk?.contractionRate.value),
            say(walk?.expansionRate.value),
          ],
        })),
      }}
    >
      <LineChart
        title={title}
        description={rows
          .map(({ label, walk }) => `${label}: ${say(walk?.grr.value)}, ${say(walk?.nrr.value)}`)
          .join("; ")}
        labels={rows.map(({ label }) => label)}
        lines={[
          {
            key: "nrr",
            look: "plain",
            values: rows.map(({ walk }) => walk?.nrr.value ?? null),
          },
          {
            key: "grr",
            look: "soft",
            values: rows.map(({ walk }) => walk?.grr.value ?? null),
          },
        ]}
        targets={[
          { key: "grr", label: t("revenue.targetGrr"), value: targets.grr },
          { key: "nrr", label: t("revenue.targetNrr"), value: targets.nrr },
        ]}
        write={percent}
      />
    </ChartFigure>
  );
}
