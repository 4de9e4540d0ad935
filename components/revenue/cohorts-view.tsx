import { useSignal } from "@preact/signals";
import type { RevenueCohorts } from "../../lib/model/revenue.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { HeatMap } from "../chart/heat-map.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { CurrencyChoice } from "./choices.tsx";
import type { RevenueModel } from "./model.ts";
import { useRevenueWords } from "./words.ts";

/** What is left of the customers who began together. */
export function CohortsView({ answer, model }: { answer: RevenueCohorts; model: RevenueModel }) {
  const { t } = useI18n();
  const what = useSignal<"customers" | "mrr">("customers");
  const currencies = [
    ...new Set(answer.cohorts.flatMap(({ money }) => money.map(({ currency }) => currency))),
  ];
  const currency = model.currency.value ?? currencies[0] ?? "";
  if (answer.cohorts.length === 0) {
    return <EmptyState title={t("revenue.empty")} hint={t("revenue.emptyHint")} />;
  }
  const leftOut = answer.cohorts.reduce((sum, cohort) => sum + cohort.leftOut, 0);
  return (
    <div class="stack">
      <div class="choices">
        <Segmented
          label={t("revenue.cohortsOf")}
          value={what.value}
          options={(["customers", "mrr"] as const).map((value) => ({
            value,
            label: t(`revenue.cohortsOf.${value}`),
          }))}
          onChange={(value) => (what.value = value)}
        />
        {what.value === "mrr" && (
          <CurrencyChoice model={model} currencies={currencies} value={currency} />
        )}
      </div>
      <Triangle answer={answer} what={what.value} currency={currency} />
      {what.value === "mrr" && leftOut > 0 && (
        <p class="muted small">{t("revenue.cohortsLeftOut", { count: leftOut })}</p>
      )}
      <How>
        <p>{t(what.value === "mrr" ? "revenue.how.cohortsMrr" : "revenue.how.cohorts")}</p>
      </How>
    </div>
  );
}

function Triangle(props: { answer: RevenueCohorts; what: "customers" | "mrr"; currency: string }) {
  const { t, number, percent } = useI18n();
  const { amount, period } = useRevenueWords();
  const { what, currency } = props;
  const rows = props.answer.cohorts.flatMap((cohort) => {
    const own = what === "mrr" ? cohort.money.find((one) => one.currency === currency) : cohort;
    if (!own) return [];
    const whole = "initial" in own ? own.initial : own.customers;
    const say = (value: number) => (what === "mrr" ? amount(value, currency) : number(value));
    return [{ key: cohort.period, label: period(cohort.period), whole, kept: own.kept, say }];
  });
  const longest = Math.max(1, ...rows.map(({ kept }) => kept.length));
  const places = Array.from({ length: longest }, (_, at) => at);
  const title = t(`revenue.cohortsChart.${what}`);
  const head = [
    { label: t("revenue.began"), wrap: true },
    {
      label: t(what === "mrr" ? "revenue.atFirst" : "revenue.customers"),
      align: "center" as const,
    },
  ];
  return (
    <ChartFigure
      title={title}
      legend={title}
      table={{
        columns: [...head, ...places.map((at) => ({ label: `+${at}`, align: "end" as const }))],
        rows: rows.map(({ key, label, whole, kept, say }) => ({
          key,
          cells: [
            label,
            say(whole),
            ...places.map((at) => kept[at] !== undefined && say(kept[at])),
          ],
        })),
      }}
    >
      <HeatMap
        title={title}
        columns={[...head, ...places.map((at) => ({ label: `+${at}`, align: "center" as const }))]}
        rows={rows.map(({ key, label, whole, kept, say }) => ({
          key,
          label: <span class="nowrap">{label}</span>,
          cells: [
            { share: null, text: say(whole) },
            ...places.map((at) => {
              const left = kept[at];
              if (left === undefined || whole === 0) return null;
              return { share: Math.min(1, left / whole), text: percent(left / whole) };
            }),
          ],
        }))}
      />
    </ChartFigure>
  );
}
