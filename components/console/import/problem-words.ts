import type { Problem } from "../../../lib/model/parse.ts";
import { useI18n } from "../../ui/i18n.tsx";

/** What is wrong with a file as a whole, or with its columns, in the person's language. */
export function useFileProblem(): (problem: Problem) => string {
  const { t } = useI18n();
  return ({ path, found, allowed }) => {
    if (path === "data") {
      return t(found.startsWith("no row") ? "customers.noRows" : "customers.tooMany");
    }
    if (path === "dates") return t("customers.datesAsk");
    if (path === "columns") {
      return t(found.includes("id") ? "customers.noId" : "customers.twoAmounts");
    }
    if (/^columns\[/.test(path)) return t("customers.twice");
    return t("customers.problem", { column: path, found, allowed });
  };
}
