import type { Translator } from "../../../lib/i18n/translator.ts";
import type { Problem } from "../../../lib/model/problem.ts";
import { useI18n } from "../../ui/i18n.tsx";
import { sayProblem } from "../../ui/say-problem.ts";
import { useFieldName } from "./field-options.ts";

/** Rules about cells, as the person's language says them of a column. */
const TEXTS = {
  cellDay: "customers.wrong.day",
  cellWhole: "customers.wrong.whole",
  int: "customers.wrong.whole",
  cellAmount: "customers.wrong.amount",
  cellCurrency: "customers.wrong.currency",
  stage: "customers.wrong.stage",
  cellLevel: "customers.wrong.level",
  cellYes: "customers.wrong.yes",
  cellCount: "customers.wrong.cells",
  cellQuote: "customers.wrong.quote",
  accountOnce: "customers.wrong.twice",
  personOnce: "customers.wrong.twice",
  upToToday: "customers.wrong.future",
  contractEnd: "customers.wrong.contract",
  account: "customers.wrong.account",
  notErased: "customers.wrong.erased",
  emailNotErased: "customers.wrong.erased",
  email: "customers.wrong.email",
} as const;

/** What is wrong with a row and how to mend it. */
export function useRowProblem(): (problem: Problem) => string {
  const i18n = useI18n();
  const name = useFieldName();
  return (problem) => sayRowProblem(problem, name, i18n);
}

export function sayRowProblem(
  problem: Problem,
  name: (field: string) => string,
  i18n: Pick<Translator, "t" | "language">,
): string {
  const { path, found, rule, params = {} } = problem;
  const text = Object.entries(TEXTS).find(([one]) => one === rule)?.[1];
  if (!text) return sayProblem(problem, i18n);
  const [detail = ""] = Object.values(params);
  // "3 cells", `"a" again`: what is said of it stands in the text.
  return i18n.t(text, { column: name(path), found: found.replace(/ (again|cells)$/, ""), detail });
}
