import { minorDigits } from "../../lib/model/money.ts";
import { useI18n } from "../ui/i18n.tsx";

/** Ways to write amounts and periods in the language of the screen. */
export function useRevenueWords() {
  const { t, money, month } = useI18n();
  return {
    /** `minor` units of a currency. */
    amount: (minor: number, currency: string) =>
      money(minor / 10 ** minorDigits(currency), currency),
    period(key: string): string {
      const [year = "", part = ""] = key.split("-");
      if (part === "") return year;
      return part.startsWith("Q")
        ? t("revenue.quarter", { quarter: part.slice(1), year })
        : month(key);
    },
  };
}
