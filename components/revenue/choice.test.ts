import { expect, it } from "vitest";
import type { MoneyWalk, PeriodNumbers } from "../../lib/model/revenue.ts";
import { chosenPeriod, currenciesOf, stepsOf } from "./choice.ts";

/** As much of the answers as is looked at. */
const walk = (currency: string, customers: number, more: Partial<MoneyWalk> = {}) =>
  ({ currency, customers, ...more }) as MoneyWalk;
const period = (key: string, open: boolean, ...money: MoneyWalk[]) =>
  ({ period: key, open, money }) as PeriodNumbers;

const PERIODS = [
  period("2026-Q2", false, walk("USD", 1), walk("EUR", 5)),
  period("2026-Q3", false, walk("GBP", 1)),
  period("2026-Q4", true),
];

it("N4: the parts of the waterfall lead from the opening to the closing amount", () => {
  const sums = { opening: 180, new: 40, expansion: 50, contraction: 10, churn: 80, closing: 180 };
  const { steps, top } = stepsOf(walk("EUR", 2, sums));
  expect(steps.map(({ key, from, to, change }) => [key, from, to, change])).toEqual([
    ["opening", 0, 180, 180],
    ["new", 180, 220, 40],
    ["expansion", 220, 270, 50],
    ["contraction", 270, 260, -10],
    ["churn", 260, 180, -80],
    ["closing", 0, 180, 180],
  ]);
  expect(top).toBe(270);
});

it("N4: where nobody left there is no minus before the zero", () => {
  const sums = { opening: 180, new: 0, expansion: 0, contraction: 0, churn: 0, closing: 180 };
  const { steps } = stepsOf(walk("EUR", 2, sums));
  expect(steps.filter(({ change }) => Object.is(change, -0))).toEqual([]);
});

it("looks at the newest period that is over, unless another is chosen, and at the currency of most customers", () => {
  expect(chosenPeriod({ periods: PERIODS }, null)?.period).toBe("2026-Q3");
  expect(chosenPeriod({ periods: PERIODS }, "2026-Q4")?.open).toBe(true);
  expect(chosenPeriod({ periods: PERIODS }, "1999")?.period).toBe("2026-Q3");
  expect(currenciesOf(PERIODS)).toEqual(["EUR", "GBP", "USD"]);
});
