import { describe, expect, it } from "vitest";
import { rowFault } from "../components/console/import/row-problem.ts";
import { readCsv } from "../lib/exchange/csv.ts";
import { DEFAULT_JOURNEY } from "../lib/model/journey.ts";
import { readRows } from "../server/accounts/import/read-rows.ts";

/** One fault a row, as the server tells it. */
const FAULTS = {
  day: ["renewal", "32.01.2027"],
  whole: ["seats", "1.5"],
  amount: ["mrr", "much"],
  currency: ["mrr", "100"],
  stage: ["stage", "nowhere"],
  future: ["lastContact", "2099-01-01"],
  level: ["touchModel", "none"],
  cells: ["name", "a,b"],
  quote: ["name", '"a" b'],
} as const;

describe("what is wrong with rows of a file", () => {
  it.each(Object.entries(FAULTS))("K14: the console has words of its own for %s", (rule, [
    field,
    cell,
  ]) => {
    const { rows } = readCsv(`x,${cell}\n`, ",");
    const [row] = readRows(rows, {
      headings: ["Id", "Column"],
      fields: ["id", field],
      dates: "dmy",
      currency: undefined,
      journey: DEFAULT_JOURNEY,
      today: "2026-11-22",
    });
    expect(row?.problems.map(({ allowed }) => rowFault(allowed)?.rule)).toEqual([rule]);
  });
});
