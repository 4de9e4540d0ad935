import { CUSTOMERS_MINIMUM, type RevenueSlices, SLICES } from "../../lib/model/revenue.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { IntervalPlot } from "../chart/interval-plot.tsx";
import { shareScale } from "../chart/share-scale.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { currenciesOf, walkIn } from "./choice.ts";
import { CurrencyChoice, PeriodChoice } from "./choices.tsx";
import type { RevenueModel } from "./model.ts";
import { Cohort, LeftOut } from "./notes.tsx";
import { useRevenueWords } from "./words.ts";

/** Which customers leave more than others. */
export function SlicesView({ answer, model }: { answer: RevenueSlices; model: RevenueModel }) {
  const { t } = useI18n();
  const { whole } = answer;
  const currencies = currenciesOf([whole]);
  const currency = model.currency.value ?? currencies[0] ?? "";
  const periods = model.report.value.value?.periods.filter(
    ({ from, customers }) => from <= whole.from || customers.opening > 0,
  ) ?? [whole];
  return (
    <div class="stack">
      <div class="choices">
        <Select
          label={t("revenue.by")}
          value={answer.by}
          options={SLICES.map((value) => ({ value, label: t(`revenue.by.${value}`) }))}
          onChange={model.chooseBy}
        />
        <PeriodChoice model={model} periods={periods} value={whole.period} />
        <CurrencyChoice model={model} currencies={currencies} value={currency} />
      </div>
      {whole.customers.opening === 0 ? (
        <EmptyState title={t("revenue.empty")} hint={t("revenue.emptyHint")} />
      ) : (
        <Slices answer={answer} currency={currency} />
      )}
      {answer.overlapping && <p class="muted small">{t("revenue.overlapping")}</p>}
      <LeftOut numbers={whole} />
      <How>
        <p>{t("revenue.how.churn")}</p>
        <p>{t("revenue.how.slices", { count: CUSTOMERS_MINIMUM })}</p>
        <Cohort numbers={whole} walk={walkIn(whole, currency)} />
      </How>
    </div>
  );
}

function Slices({ answer, currency }: { answer: RevenueSlices; currency: string }) {
  const { t, number, rate, percent } = useI18n();
  const { amount, period } = useRevenueWords();
  const title = t("revenue.slicesChart", {
    by: t(`revenue.by.${answer.by}`),
    period: period(answer.whole.period),
  });
  const rows = [
    { key: "whole", name: t("revenue.everybody"), numbers: answer.whole },
    ...answer.slices.map(({ value, numbers }) => ({
      key: `=${value ?? ""}`,
      name: value ?? t("revenue.notKnown"),
      numbers,
    })),
  ].map((row) => ({ ...row, walk: walkIn(row.numbers, currency) }));
  const told = rows.filter(({ numbers }) => numbers.customers.opening >= CUSTOMERS_MINIMUM);
  const few = rows.length - told.length;
  const scale = shareScale(
    [0, ...told.map(({ numbers }) => numbers.customers.churnRate.high ?? 0)],
    4,
  );
  const say = (value: number | null | undefined) => (value == null ? "" : rate(value));
  return (
    <ChartFigure
      title={title}
      legend={title}
      table={{
        columns: [
          { label: t(`revenue.by.${answer.by}`) },
          { label: t("revenue.atStart"), align: "end" },
          { label: t("revenue.lostCustomers"), align: "end" },
          { label: t("revenue.churnCustomers"), align: "end" },
          { label: t("revenue.openingMrr"), align: "end" },
          { label: t("revenue.churnMrr"), align: "end" },
          { label: t("revenue.grr"), align: "end" },
          { label: t("revenue.nrr"), align: "end" },
        ],
        rows: rows.map(({ key, name, numbers: { customers }, walk }) => ({
          key,
          cells: [
            name,
            number(customers.opening),
            number(customers.lost),
            say(customers.churnRate.value),
            walk ? amount(walk.opening, currency) : "",
            say(walk?.churnRate.value),
            say(walk?.grr.value),
            say(walk?.nrr.value),
          ],
        })),
      }}
    >
      <IntervalPlot
        title={title}
        description={told
          .map(({ name, numbers }) => `${name}: ${say(numbers.customers.churnRate.value)}`)
          .join("; ")}
        axis={{ place: scale.place, ticks: scale.ticks, origin: 0, write: percent }}
        intervals={told.flatMap(({ key, name, numbers: { customers } }) => {
          const { value, low, high, top, of } = customers.churnRate;
          if (value === null || low === null || high === null) return [];
          const label = `${name}: ${number(top)} / ${number(of)}`;
          return [{ key, label, value, low, high, figure: rate(value) }];
        })}
      />
      {few > 0 && (
        <p class="muted small">{t("revenue.few", { count: few, least: CUSTOMERS_MINIMUM })}</p>
      )}
    </ChartFigure>
  );
}
