import type {
  ByKind,
  CustomerWalk,
  MoneyWalk,
  PeriodNumbers,
  PeriodUnit,
  Rate,
} from "../../lib/model/revenue.ts";
import { wilson } from "../statistics/wilson.ts";
import { addDays, MONTHS, type Period } from "./calendar.ts";
import { type AccountHistory, stateOn, wasCustomer } from "./history.ts";
import { lifetimeValue } from "./lifetime-value.ts";

type Sums = Pick<
  MoneyWalk,
  "customers" | "lost" | "opening" | "new" | "expansion" | "contraction" | "churn" | "churnBy"
>;

/** N3 to N8: what became of customers and revenue in a period, up to `today` if that lies within it. */
export function numbersOf(
  histories: readonly AccountHistory[],
  period: Period,
  { unit, today }: { unit: PeriodUnit; today: string },
): PeriodNumbers {
  const before = addDays(period.from, -1);
  const open = today <= period.to;
  const to = open ? today : period.to;
  const customers = { opening: 0, new: 0, lost: 0, lostBy: nobody(), cameAndWent: 0 };
  const money = new Map<string, Sums>();
  const leftOut = { unknown: 0, currency: 0 };
  const sumsOf = (currency: string) => {
    const sums = money.get(currency) ?? nothing();
    money.set(currency, sums);
    return sums;
  };

  for (const history of histories) {
    const first = stateOn(history, before);
    const last = stateOn(history, to);
    const lost = first.is !== "none" && last.is === "none";
    const kind = lost ? kindOf(history, before, to) : "unknown";
    if (first.is !== "none") customers.opening += 1;
    if (first.is === "none" && last.is !== "none") customers.new += 1;
    if (lost) {
      customers.lost += 1;
      customers.lostBy[kind] += 1;
    }
    if (first.is === "none" && last.is === "none") {
      if (wasCustomer(history, period.from, to)) customers.cameAndWent += 1;
      continue;
    }
    if (first.is === "unknown" || last.is === "unknown") {
      leftOut.unknown += 1;
      continue;
    }
    if (first.is === "paying" && last.is === "paying" && first.currency !== last.currency) {
      leftOut.currency += 1;
      continue;
    }
    if (first.is === "none") {
      if (last.is === "paying") sumsOf(last.currency).new += last.minor;
      continue;
    }
    const sums = sumsOf(first.currency);
    sums.customers += 1;
    sums.opening += first.minor;
    if (last.is === "none") {
      sums.lost += 1;
      sums.churn += first.minor;
      sums.churnBy[kind] += first.minor;
    } else if (last.minor > first.minor) sums.expansion += last.minor - first.minor;
    else sums.contraction += first.minor - last.minor;
  }
  return {
    period: period.key,
    from: period.from,
    to,
    open,
    customers: withRate(customers),
    money: [...money]
      .map(([currency, sums]) => walkOf(currency, sums, { open, months: MONTHS[unit] }))
      .sort((a, b) => b.customers - a.customers || (a.currency < b.currency ? -1 : 1)),
    leftOut,
  };
}

function kindOf(
  { churnedOn, churnKind }: AccountHistory,
  before: string,
  to: string,
): keyof ByKind {
  return churnedOn !== null && churnedOn > before && churnedOn <= to
    ? (churnKind ?? "unknown")
    : "unknown";
}

function withRate(counts: Omit<CustomerWalk, "closing" | "churnRate">): CustomerWalk {
  const { opening, lost } = counts;
  const rate = rateOf(lost, opening);
  const interval = opening > 0 ? wilson(lost / opening, opening) : { low: null, high: null };
  return {
    ...counts,
    closing: opening + counts.new - lost,
    churnRate: { ...rate, ...interval },
  };
}

function walkOf(
  currency: string,
  sums: Sums,
  { open, months }: { open: boolean; months: number },
): MoneyWalk {
  const { opening, expansion, contraction, churn, customers, lost } = sums;
  const of = (top: number) => rateOf(top, opening);
  return {
    currency,
    ...sums,
    closing: opening + sums.new + expansion - contraction - churn,
    churnRate: of(churn),
    contractionRate: of(contraction),
    expansionRate: of(expansion),
    netChurn: of(contraction + churn - expansion),
    grr: of(opening - contraction - churn),
    nrr: of(opening - contraction - churn + expansion),
    ltv: lifetimeValue({ opening, customers, lost, months, open }),
  };
}

function rateOf(top: number, of: number): Rate {
  return { top, of, value: of > 0 ? top / of : null };
}

function nobody(): ByKind {
  return { voluntary: 0, involuntary: 0, unknown: 0 };
}

function nothing(): Sums {
  return {
    customers: 0,
    lost: 0,
    opening: 0,
    new: 0,
    expansion: 0,
    contraction: 0,
    churn: 0,
    churnBy: nobody(),
  };
}
