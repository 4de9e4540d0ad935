import { CUSTOMERS_MINIMUM, type LifetimeValue } from "../../lib/model/revenue.ts";
import { wilson } from "../statistics/wilson.ts";

export interface LifetimeQuestion {
  /** Minor units a month, of all `customers` when the period began. */
  opening: number;
  customers: number;
  lost: number;
  months: number;
  /** The period is not over. */
  open: boolean;
}

/**
 * N9: average revenue a customer and month, divided by the share of customers that leaves in a month. The share of a longer
 * period becomes a monthly one as if each month lost the same share: 1 - (1 - c)^(1 / months). Revenue, not margin, and as
 * if churn stayed as it is.
 */
export function lifetimeValue(question: LifetimeQuestion): LifetimeValue {
  const { opening, customers, lost, months, open } = question;
  const missing = open
    ? "open"
    : customers < CUSTOMERS_MINIMUM
      ? "few"
      : lost === 0
        ? "none-lost"
        : null;
  const average = customers > 0 ? opening / customers : null;
  const monthly = (share: number) => 1 - (1 - share) ** (1 / months);
  const monthlyChurn = customers > 0 && !open ? monthly(lost / customers) : null;
  if (missing !== null || average === null || monthlyChurn === null) {
    return { value: null, low: null, high: null, missing, average, monthlyChurn };
  }
  const interval = wilson(lost / customers, customers);
  const over = (share: number) => Math.round(average / monthly(share));
  return {
    value: Math.round(average / monthlyChurn),
    low: over(interval.high),
    high: interval.low > 0 ? over(interval.low) : null,
    missing,
    average,
    monthlyChurn,
  };
}
