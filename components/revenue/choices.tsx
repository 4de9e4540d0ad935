import type { PeriodNumbers } from "../../lib/model/revenue.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { RevenueModel } from "./model.ts";
import { useRevenueWords } from "./words.ts";

/** Which currency is looked at; nothing where there is one. */
export function CurrencyChoice(props: {
  model: RevenueModel;
  currencies: readonly string[];
  value: string;
}) {
  const { t } = useI18n();
  if (props.currencies.length < 2) return null;
  return (
    <Select
      label={t("revenue.currency")}
      value={props.value}
      options={props.currencies.map((value) => ({ value, label: value }))}
      onChange={props.model.chooseCurrency}
    />
  );
}

/** Which period is looked at. */
export function PeriodChoice(props: {
  model: RevenueModel;
  periods: readonly Pick<PeriodNumbers, "period" | "open">[];
  value: string;
}) {
  const { t } = useI18n();
  const words = useRevenueWords();
  return (
    <Select
      label={t("console.period")}
      value={props.value}
      options={props.periods.toReversed().map(({ period, open }) => ({
        value: period,
        label: open ? t("revenue.soFar", { period: words.period(period) }) : words.period(period),
      }))}
      onChange={props.model.choosePeriod}
    />
  );
}
