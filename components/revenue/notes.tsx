import type { MoneyWalk, PeriodNumbers } from "../../lib/model/revenue.ts";
import { useI18n } from "../ui/i18n.tsx";
import { useRevenueWords } from "./words.ts";

/** Customers whose revenue is in no figure, and why. */
export function LeftOut({ numbers }: { numbers: PeriodNumbers }) {
  const { t } = useI18n();
  const { unknown, currency } = numbers.leftOut;
  const { cameAndWent } = numbers.customers;
  if (unknown + currency + cameAndWent === 0) return null;
  return (
    <p class="muted small">
      {unknown > 0 && <>{t("revenue.leftOut.unknown", { count: unknown })} </>}
      {currency > 0 && <>{t("revenue.leftOut.currency", { count: currency })} </>}
      {cameAndWent > 0 && t("revenue.cameAndWent", { count: cameAndWent })}
    </p>
  );
}

/** Of whom the rates were taken. */
export function Cohort({ numbers, walk }: { numbers: PeriodNumbers; walk: MoneyWalk | undefined }) {
  const { t, day } = useI18n();
  const { amount } = useRevenueWords();
  return (
    <p>
      {t("revenue.how.cohort", {
        count: numbers.customers.opening,
        from: day(numbers.from),
        to: day(numbers.to),
      })}{" "}
      {walk &&
        t("revenue.how.opening", {
          count: walk.customers,
          mrr: amount(walk.opening, walk.currency),
        })}
    </p>
  );
}
