import type { PeriodUnit, RevenueCohorts } from "../../lib/model/revenue.ts";
import { periodOf, periodsUntil } from "./calendar.ts";
import { type AccountHistory, beganOn, stateOn } from "./history.ts";

type Cohort = RevenueCohorts["cohorts"][number];

/** N11: customers by the period in which they began, and what is left of each cohort at the end of each period since. */
export function cohortsOf(
  histories: readonly AccountHistory[],
  { unit, periods, today }: { unit: PeriodUnit; periods: number; today: string },
): Cohort[] {
  const told = periodsUntil(today, unit, periods);
  const over = told.filter(({ to }) => to < today);
  const members = Map.groupBy(
    histories.flatMap((history) => {
      const began = beganOn(history);
      return began === null ? [] : [{ history, began }];
    }),
    ({ began }) => periodOf(began, unit).key,
  );
  return told.flatMap(({ key, from }) => {
    const own = members.get(key) ?? [];
    if (own.length === 0) return [];
    const ends = over.filter((one) => one.from >= from).map(({ to }) => to);
    const comparable = own.flatMap(({ history, began }) => {
      const first = stateOn(history, began);
      return first.is === "paying" && isComparable(history, began)
        ? [{ history, currency: first.currency, initial: first.minor }]
        : [];
    });
    const money = [...Map.groupBy(comparable, ({ currency }) => currency)].map(
      ([currency, paying]) => ({
        currency,
        customers: paying.length,
        initial: paying.reduce((sum, { initial }) => sum + initial, 0),
        kept: ends.map((day) =>
          paying.reduce((sum, { history }) => {
            const state = stateOn(history, day);
            return sum + (state.is === "paying" ? state.minor : 0);
          }, 0),
        ),
      }),
    );
    return [
      {
        period: key,
        customers: own.length,
        kept: ends.map(
          (day) => own.filter(({ history }) => stateOn(history, day).is !== "none").length,
        ),
        money: money.sort(
          (a, b) => b.customers - a.customers || (a.currency < b.currency ? -1 : 1),
        ),
        leftOut: own.length - comparable.length,
      },
    ];
  });
}

/** Whether everything they ever paid is known and of one currency. */
function isComparable({ amounts }: AccountHistory, began: string): boolean {
  const since = amounts.filter((amount) => amount.since >= began);
  return (
    since.every(({ minor }) => minor !== null) &&
    new Set(since.map(({ currency }) => currency)).size === 1
  );
}
