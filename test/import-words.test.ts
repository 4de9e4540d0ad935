import { describe, expect, it } from "vitest";
import { sayRowProblem } from "../components/console/import/row-problem.ts";
import { readCsv } from "../lib/exchange/csv.ts";
import { createTranslator } from "../lib/i18n/translator.ts";
import { DEFAULT_JOURNEY } from "../lib/model/journey.ts";
import { withRule } from "../lib/model/problem.ts";
import { readRows } from "../server/accounts/import/read-rows.ts";

/** One fault a row, as the server tells it. */
const FAULTS = [
  ["renewal", "32.01.2027", "не дата"],
  ["seats", "1.5", "не целое число"],
  ["mrr", "much", "не сумма"],
  ["mrr", "100", "нет валюты"],
  ["stage", "nowhere", "Этапы: onboarding"],
  ["lastContact", "2099-01-01", "не позже 2026-11-22"],
  ["touchModel", "none", "высокая, средняя, низкая"],
  ["name", "a,b", "В этой строке ячеек: 3; заголовков: 2"],
  ["name", '"a" b', "Кавычка"],
] as const;

describe("what is wrong with rows of a file", () => {
  it.each(FAULTS)("K14: the console has words of its own for %s %s", (field, cell, said) => {
    const { rows } = readCsv(`x,${cell}\n`, ",");
    const [row] = readRows(rows, {
      headings: ["Id", "Column"],
      fields: ["id", field],
      dates: "dmy",
      currency: undefined,
      journey: DEFAULT_JOURNEY,
      today: "2026-11-22",
    });
    const words = createTranslator("ru", ["ru"]);
    const told = row?.problems.map((one) => sayRowProblem(withRule(one), (name) => name, words));
    expect(told).toEqual([expect.stringContaining(said)]);
  });
});
