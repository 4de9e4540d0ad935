import { amountText } from "../ui/amount-text.ts";
import { useI18n } from "../ui/i18n.tsx";

/** Ways to write amounts and periods in the language of the screen. */
export function useRevenueWords() {
  const i18n = useI18n();
  const { t, month } = i18n;
  return {
    /** `minor` units of a currency. */
    amount: (minor: number, currency: string) => amountText(i18n, minor, currency),
    period(key: string): string {
      const [year = "", part = ""] = key.split("-");
      if (part === "") return year;
      return part.startsWith("Q")
        ? t("revenue.quarter", { quarter: part.slice(1), year })
        : month(key);
    },
  };
}
