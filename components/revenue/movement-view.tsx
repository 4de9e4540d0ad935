import type { MoneyWalk, PeriodNumbers, RevenueReport } from "../../lib/model/revenue.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { RangeChart } from "../chart/range-chart.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { chosenPeriod, currenciesOf, stepsOf, walkIn } from "./choice.ts";
import { CurrencyChoice, PeriodChoice } from "./choices.tsx";
import type { RevenueModel } from "./model.ts";
import { Cohort, LeftOut } from "./notes.tsx";
import { useRevenueWords } from "./words.ts";

/** How revenue came from what it was to what it is, and who left. */
export function MovementView({ report, model }: { report: RevenueReport; model: RevenueModel }) {
  const { t } = useI18n();
  const numbers = chosenPeriod(report, model.period.value);
  const currencies = currenciesOf(report.periods);
  const currency = model.currency.value ?? currencies[0] ?? "";
  const isEmpty = report.periods.every(({ customers }) => customers.opening + customers.new === 0);
  if (!numbers || isEmpty) {
    return <EmptyState title={t("revenue.empty")} hint={t("revenue.emptyHint")} />;
  }
  const walk = walkIn(numbers, currency);
  return (
    <div class="stack">
      <div class="choices">
        <PeriodChoice model={model} periods={report.periods} value={numbers.period} />
        <CurrencyChoice model={model} currencies={currencies} value={currency} />
      </div>
      <Figures numbers={numbers} walk={walk} />
      {walk ? (
        <Waterfall numbers={numbers} walk={walk} />
      ) : (
        <EmptyState title={t("revenue.noMoney", { currency })} />
      )}
      <LeftOut numbers={numbers} />
      <How>
        <p>{t("revenue.how.walk")}</p>
        <p>{t("revenue.how.churn")}</p>
        <Cohort numbers={numbers} walk={walk} />
      </How>
    </div>
  );
}

function Figures({ numbers, walk }: { numbers: PeriodNumbers; walk: MoneyWalk | undefined }) {
  const { t, number, rate } = useI18n();
  const { amount } = useRevenueWords();
  const { customers } = numbers;
  const { voluntary, involuntary, unknown } = customers.lostBy;
  const kinds = [
    t("revenue.voluntary", { count: voluntary }),
    t("revenue.involuntary", { count: involuntary }),
    ...(unknown > 0 ? [t("revenue.unsaid", { count: unknown })] : []),
  ].join(", ");
  return (
    <>
      <Stats>
        {walk && (
          <Stat value={amount(walk.closing, walk.currency)} label={t("revenue.closingMrr")} />
        )}
        <Stat value={number(customers.closing)} label={t("revenue.customers")} />
        {customers.churnRate.value !== null && (
          <Stat value={rate(customers.churnRate.value)} label={t("revenue.churnCustomers")} />
        )}
        {walk?.churnRate.value != null && (
          <Stat value={rate(walk.churnRate.value)} label={t("revenue.churnMrr")} />
        )}
      </Stats>
      <p>
        {t("revenue.lost", { count: customers.lost, kinds })}
        {customers.churnRate.low !== null && customers.churnRate.high !== null && (
          <>
            {" "}
            {t("revenue.interval", {
              low: rate(customers.churnRate.low),
              high: rate(customers.churnRate.high),
            })}
          </>
        )}
      </p>
    </>
  );
}

const TONES = {
  opening: "plot",
  new: "plot-soft",
  expansion: "plot-soft",
  contraction: "warning",
  churn: "warning",
  closing: "plot",
} as const;

function Waterfall({ numbers, walk }: { numbers: PeriodNumbers; walk: MoneyWalk }) {
  const { t } = useI18n();
  const { amount, period } = useRevenueWords();
  const { steps, top } = stepsOf(walk);
  const title = t("revenue.waterfall", { period: period(numbers.period), currency: walk.currency });
  const rows = steps.map(({ key, from, to, change }) => ({
    key,
    title: t(`revenue.step.${key}`),
    figure: `${change > 0 && key !== "opening" && key !== "closing" ? "+" : ""}${amount(change, walk.currency)}`,
    from,
    to,
    tone: TONES[key],
  }));
  return (
    <ChartFigure
      title={title}
      legend={title}
      table={{
        columns: [{ label: t("revenue.part") }, { label: t("revenue.mrr"), align: "end" }],
        rows: rows.map((row) => ({ key: row.key, cells: [row.title, row.figure] })),
      }}
    >
      <RangeChart
        title={title}
        description={rows.map((row) => `${row.title}: ${row.figure}`).join("; ")}
        whole={top}
        rows={rows}
      />
    </ChartFigure>
  );
}
