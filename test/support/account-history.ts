import fc from "fast-check";
import { addDays } from "../../server/numbers/calendar.ts";
import type { AccountHistory } from "../../server/numbers/history.ts";

const NO_SLICES: AccountHistory["slices"] = {
  vertical: null,
  geography: null,
  size: null,
  plan: null,
  owner: null,
  module: [],
};

/** A customer: `amounts` as [since, euros]. */
export function history(
  account: string,
  amounts: readonly [since: string, euros: number | null, currency?: string][],
  more: Partial<Omit<AccountHistory, "slices">> & {
    slices?: Partial<AccountHistory["slices"]>;
  } = {},
): AccountHistory {
  return {
    account,
    customerSince: null,
    churnedOn: null,
    churnKind: null,
    ...more,
    amounts: amounts.map(([since, euros, currency = "EUR"]) => ({
      since,
      minor: euros === null ? null : euros * 100,
      currency: euros === null ? null : currency,
    })),
    slices: { ...NO_SLICES, ...more.slices },
  };
}

const day = fc.integer({ min: 0, max: 800 }).map((at) => addDays("2025-01-01", at));
const amount = fc.record({
  since: day,
  minor: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 500_000 }) },
    fc.constant(null),
  ),
  currency: fc.constantFrom("EUR", "EUR", "EUR", "USD"),
});

/** Customers of every kind over 2025, 2026 and some of 2027. */
export const anyHistory: fc.Arbitrary<AccountHistory> = fc
  .record({
    account: fc.uuid(),
    customerSince: fc.option(day),
    churnedOn: fc.option(day),
    churnKind: fc.option(fc.constantFrom("voluntary" as const, "involuntary" as const)),
    amounts: fc.uniqueArray(amount, { maxLength: 6, selector: ({ since }) => since }),
    plan: fc.option(fc.constantFrom("free", "pro")),
    module: fc.subarray(["a", "b"]),
  })
  .map(({ plan, module, amounts, ...rest }) => ({
    ...rest,
    amounts: amounts
      .map((one) => ({ ...one, currency: one.minor === null ? null : one.currency }))
      .sort((a, b) => (a.since < b.since ? -1 : 1)),
    slices: { ...NO_SLICES, plan, module },
  }));
