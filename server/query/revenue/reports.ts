import {
  type PeriodUnit,
  REVENUE_FORMULAS,
  type RevenueCohorts,
  type RevenueReport,
  type RevenueSlices,
  type Slice,
} from "../../../lib/model/revenue.ts";
import type { Sql } from "../../db/database.ts";
import { badRequest } from "../../http/errors.ts";
import { dayOf } from "../../ingest/fold.ts";
import { periodNamed, periodsUntil } from "../../numbers/calendar.ts";
import { cohortsOf } from "../../numbers/cohorts.ts";
import { sliced } from "../../numbers/slices.ts";
import { numbersOf } from "../../numbers/walk.ts";
import { readHistories } from "./histories.ts";
import { readTargets } from "./targets.ts";

interface Asked {
  unit: PeriodUnit;
  periods: number;
  now: number;
}

/** What became of customers and revenue in each of the last periods. */
export async function revenueReport(
  sql: Sql,
  workspace: string,
  { unit, periods, now }: Asked,
): Promise<RevenueReport> {
  const histories = await readHistories(sql, workspace);
  const today = dayOf(now);
  return {
    unit,
    targets: await readTargets(sql, workspace),
    periods: periodsUntil(today, unit, periods).map((period) =>
      numbersOf(histories, period, { unit, today }),
    ),
    formulas: REVENUE_FORMULAS,
  };
}

/** The same of one period by what accounts are; of the newest one that is over, if none is named. */
export async function revenueSlices(
  sql: Sql,
  workspace: string,
  { unit, by, named, now }: { unit: PeriodUnit; by: Slice; named: string | undefined; now: number },
): Promise<RevenueSlices> {
  const today = dayOf(now);
  const [before] = periodsUntil(today, unit, 2);
  const period = named === undefined ? before : periodNamed(named, unit);
  if (!period || period.from > today) {
    const allowed = `a ${unit} that has begun, such as "${before?.key}"`;
    throw badRequest([{ path: "period", found: `"${named}"`, allowed }]);
  }
  const histories = await readHistories(sql, workspace);
  const numbers = (of: typeof histories) => numbersOf(of, period, { unit, today });
  const slices = [...sliced(histories, by)].map(([value, of]) => ({ value, numbers: numbers(of) }));
  return {
    unit,
    by,
    overlapping: by === "module",
    whole: numbers(histories),
    slices: slices
      .filter(({ numbers: { customers } }) => customers.opening + customers.new > 0)
      .sort(
        (a, b) =>
          b.numbers.customers.opening - a.numbers.customers.opening ||
          ((a.value ?? "") < (b.value ?? "") ? -1 : 1),
      ),
    formulas: REVENUE_FORMULAS,
  };
}

/** Customers by the period in which they began, and what is left of them. */
export async function revenueCohorts(
  sql: Sql,
  workspace: string,
  { unit, periods, now }: Asked,
): Promise<RevenueCohorts> {
  const histories = await readHistories(sql, workspace);
  return { unit, cohorts: cohortsOf(histories, { unit, periods, today: dayOf(now) }) };
}
