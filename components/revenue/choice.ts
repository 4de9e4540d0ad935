import type { MoneyWalk, PeriodNumbers, RevenueReport } from "../../lib/model/revenue.ts";

/** The period that is looked at: the one that was chosen, else the newest that is over, else the newest. */
export function chosenPeriod(
  { periods }: Pick<RevenueReport, "periods">,
  chosen: string | null,
): PeriodNumbers | undefined {
  return (
    periods.find(({ period }) => period === chosen) ??
    periods.findLast(({ open }) => !open) ??
    periods.at(-1)
  );
}

/** Every currency of the periods, that of most customers first. */
export function currenciesOf(periods: readonly PeriodNumbers[]): string[] {
  const customers = new Map<string, number>();
  for (const { money } of periods) {
    for (const walk of money) {
      customers.set(walk.currency, (customers.get(walk.currency) ?? 0) + walk.customers);
    }
  }
  return [...customers]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([currency]) => currency);
}

export function walkIn(numbers: PeriodNumbers, currency: string): MoneyWalk | undefined {
  return numbers.money.find((walk) => walk.currency === currency);
}

/** Parts of the way from the opening to the closing amount, each from where the one before ended. */
export function stepsOf(walk: MoneyWalk) {
  const afterNew = walk.opening + walk.new;
  const top = afterNew + walk.expansion;
  const afterContraction = top - walk.contraction;
  return {
    top,
    steps: [
      { key: "opening", from: 0, to: walk.opening, change: walk.opening },
      { key: "new", from: walk.opening, to: afterNew, change: walk.new },
      { key: "expansion", from: afterNew, to: top, change: walk.expansion },
      { key: "contraction", from: top, to: afterContraction, change: 0 - walk.contraction },
      { key: "churn", from: afterContraction, to: walk.closing, change: 0 - walk.churn },
      { key: "closing", from: 0, to: walk.closing, change: walk.closing },
    ] as const,
  };
}
