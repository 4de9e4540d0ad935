import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { PERIODS, type Period } from "./period.ts";

export function PeriodPicker(props: { value: Period; onChange: (period: Period) => void }) {
  const { t } = useI18n();
  return (
    <Segmented
      label={t("console.period")}
      labelHidden
      value={props.value}
      options={PERIODS.map((value) => ({
        value,
        label: t("console.days", { count: Number(value) }),
      }))}
      onChange={props.onChange}
    />
  );
}
