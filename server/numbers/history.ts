import type { Slice } from "../../lib/model/revenue.ts";

/** What is known of a customer over time, as far as numbers need it. Days are "YYYY-MM-DD". */
export interface AccountHistory {
  account: string;
  customerSince: string | null;
  /** The first day on which they are no customer any more. */
  churnedOn: string | null;
  churnKind: "voluntary" | "involuntary" | null;
  /** MRR from each day on, in minor units, oldest first; null: not known from then on. */
  amounts: readonly { since: string; minor: number | null; currency: string | null }[];
  /** As the account is today. */
  slices: Readonly<Record<Exclude<Slice, "module">, string | null>> & { module: readonly string[] };
}

export type State =
  | { is: "none" }
  /** A customer; what they pay is not known. */
  | { is: "unknown" }
  | { is: "paying"; minor: number; currency: string };

const NONE: State = { is: "none" };
const UNKNOWN: State = { is: "unknown" };

/** N2: how an account stood at the end of a day. */
export function stateOn(history: AccountHistory, day: string): State {
  const { churnedOn, customerSince } = history;
  const amount = history.amounts.findLast(({ since }) => since <= day);
  const isGone = churnedOn !== null && churnedOn <= day;
  if (isGone && (!amount || amount.since <= churnedOn)) return NONE;
  if (!amount) return customerSince !== null && customerSince <= day ? UNKNOWN : NONE;
  const { minor, currency } = amount;
  if (minor === null || currency === null) return UNKNOWN;
  return minor > 0 ? { is: "paying", minor, currency } : NONE;
}

/** N2: the first day as a customer; null for whoever never was one. */
export function beganOn(history: AccountHistory): string | null {
  return turns(history).find((day) => stateOn(history, day).is !== "none") ?? null;
}

/** Whether they were a customer at the end of any day from `from` to `to`. */
export function wasCustomer(history: AccountHistory, from: string, to: string): boolean {
  return [from, ...turns(history).filter((day) => day > from && day <= to)].some(
    (day) => stateOn(history, day).is !== "none",
  );
}

/** Days on which something may have become another, in their order. */
function turns({ customerSince, amounts }: AccountHistory): string[] {
  return [
    ...(customerSince === null ? [] : [customerSince]),
    ...amounts.map(({ since }) => since),
  ].sort();
}
