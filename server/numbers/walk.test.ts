import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyHistory, history } from "../../test/support/account-history.ts";
import { addDays, type Period, periodsUntil } from "./calendar.ts";
import type { AccountHistory } from "./history.ts";
import { sliced } from "./slices.ts";
import { numbersOf } from "./walk.ts";

const Q3: Period = { key: "2026-Q3", from: "2026-07-01", to: "2026-09-30" };
const AT = { unit: "quarter", today: "2026-11-22" } as const;

/** The table of docs/spec/numbers.md. */
const COMPANY = [
  history("A", [
    ["2025-03-01", 1000],
    ["2026-07-01", 1400],
  ]),
  history("B", [
    ["2025-03-01", 500],
    ["2026-09-30", 400],
  ]),
  history("C", [["2025-03-01", 200]], { churnedOn: "2026-08-15", churnKind: "voluntary" }),
  history("D", [["2026-08-01", 600]]),
  history("E", [["2026-06-30", 300]]),
  history("F", [["2025-03-01", 900, "USD"]]),
  history("G", [], { customerSince: "2025-01-01" }),
];

describe("walk", () => {
  it("N3, N4: the worked example adds up", () => {
    const { customers, money, leftOut } = numbersOf(COMPANY, Q3, AT);
    expect(customers).toMatchObject({ opening: 6, new: 1, lost: 1, closing: 6 });
    expect(customers.lostBy).toEqual({ voluntary: 1, involuntary: 0, unknown: 0 });
    expect(money.map(({ currency }) => currency)).toEqual(["EUR", "USD"]);
    expect(money[0]).toMatchObject({
      customers: 4,
      opening: 200_000,
      new: 60_000,
      expansion: 40_000,
      contraction: 10_000,
      churn: 20_000,
      closing: 270_000,
      churnBy: { voluntary: 20_000, involuntary: 0, unknown: 0 },
    });
    expect(money[1]).toMatchObject({ customers: 1, opening: 90_000, closing: 90_000 });
    expect(leftOut).toEqual({ unknown: 1, currency: 0 });
  });

  it("N6, N7, N8: the worked example's rates, each with what it was taken of", () => {
    const { customers, money } = numbersOf(COMPANY, Q3, AT);
    expect(customers.churnRate).toMatchObject({ top: 1, of: 6, value: 1 / 6 });
    const [eur] = money;
    expect(eur?.churnRate).toEqual({ top: 20_000, of: 200_000, value: 0.1 });
    expect(eur?.contractionRate.value).toBeCloseTo(0.05, 12);
    expect(eur?.grr.value).toBeCloseTo(0.85, 12);
    expect(eur?.nrr.value).toBeCloseTo(1.05, 12);
    expect(eur?.netChurn.value).toBeCloseTo(-0.05, 12);
  });

  it("N1: a period that is not over counts up to today, and what is dated today belongs to it", () => {
    const open = numbersOf(COMPANY, Q3, { unit: "quarter", today: "2026-08-14" });
    expect(open).toMatchObject({ open: true, to: "2026-08-14", customers: { lost: 0, new: 1 } });
    const next = numbersOf(COMPANY, Q3, { unit: "quarter", today: "2026-08-15" });
    expect(next.customers.lost).toBe(1);
    expect(next.money[0]?.ltv.missing).toBe("open");
  });

  it("N2, N3: who came back is no loss, who came and left is told apart, an MRR of 0 is a loss nobody named", () => {
    const { customers, money } = numbersOf(
      [
        history(
          "back",
          [
            ["2025-01-01", 100],
            ["2026-09-01", 50],
          ],
          { churnedOn: "2026-08-01" },
        ),
        history("brief", [
          ["2026-07-10", 100],
          ["2026-08-10", 0],
        ]),
        history(
          "faded",
          [
            ["2025-01-01", 100],
            ["2026-08-10", 0],
          ],
          { churnKind: "voluntary" },
        ),
      ],
      Q3,
      AT,
    );
    expect(customers).toMatchObject({ opening: 2, lost: 1, new: 0, closing: 1, cameAndWent: 1 });
    expect(customers.lostBy.unknown).toBe(1);
    expect(money[0]).toMatchObject({ contraction: 5_000, churn: 10_000 });
  });

  it("N5: another currency, and an amount nobody knows, are counted and not added up", () => {
    const { money, leftOut, customers } = numbersOf(
      [
        history("moved", [
          ["2025-01-01", 100],
          ["2026-08-01", 100, "USD"],
        ]),
        history("lately", [["2026-08-01", 700]], { customerSince: "2024-01-01" }),
        history("hidden", [
          ["2025-01-01", 100],
          ["2026-08-01", null],
        ]),
      ],
      Q3,
      AT,
    );
    expect(leftOut).toEqual({ unknown: 2, currency: 1 });
    expect(money).toEqual([]);
    expect(customers).toMatchObject({ opening: 3, new: 0, lost: 0 });
  });

  it("N4, N5, N7: of any customers the walk equals a naive one, adds up, and GRR is at most 100 %", () => {
    fc.assert(
      fc.property(
        fc.array(anyHistory, { maxLength: 12 }),
        fc.integer({ min: 0, max: 7 }),
        (all, at) => {
          const period = periodsUntil("2026-12-31", "quarter", 8)[at] as Period;
          const told = numbersOf(all, period, AT);
          const naive = naively(all, period, told.to);
          expect(told.customers.opening).toBe(naive.opening);
          expect(told.customers.closing).toBe(naive.closing);
          expect(told.leftOut).toEqual(naive.leftOut);
          const seen = told.money.map(({ currency }) => currency);
          expect(new Set(seen)).toEqual(new Set(Object.keys(naive.money)));
          for (const walk of told.money) {
            expect(walk).toMatchObject(naive.money[walk.currency] as object);
            const { opening, expansion, contraction, churn, closing } = walk;
            expect(opening + walk.new + expansion - contraction - churn).toBe(closing);
            const { voluntary, involuntary, unknown } = walk.churnBy;
            expect(voluntary + involuntary + unknown).toBe(churn);
            expect(walk.grr.value ?? 0).toBeLessThanOrEqual(1);
            expect(walk.grr.value ?? 0).toBeLessThanOrEqual(walk.nrr.value ?? 0);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("N10: slices add up to the whole; by module a customer is in each of theirs", () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 12 }), (all) => {
        const whole = numbersOf(all, Q3, AT);
        const parts = [...sliced(all, "plan").values()].map((of) => numbersOf(of, Q3, AT));
        const sum = (of: (one: typeof whole) => number) =>
          parts.reduce((total, one) => total + of(one), 0);
        expect(sum(({ customers }) => customers.opening)).toBe(whole.customers.opening);
        expect(sum(({ customers }) => customers.lost)).toBe(whole.customers.lost);
        expect(sum(({ leftOut }) => leftOut.unknown)).toBe(whole.leftOut.unknown);
        for (const currency of ["EUR", "USD"]) {
          const mrr = (one: typeof whole) =>
            one.money.find((walk) => walk.currency === currency)?.closing ?? 0;
          expect(sum(mrr)).toBe(mrr(whole));
        }
        const modules = [...sliced(all, "module").values()].flat().length;
        const expected = all.map(({ slices }) => Math.max(1, slices.module.length));
        expect(modules).toBe(expected.reduce((total, one) => total + one, 0));
      }),
    );
  });

  it("N1: where everything is known and of one currency, a period begins with what the one before ended with", () => {
    const known = anyHistory.map((one) => ({
      ...one,
      customerSince: null,
      amounts: one.amounts.map(({ since, minor }) => ({
        since,
        minor: minor ?? 0,
        currency: "EUR",
      })),
    }));
    fc.assert(
      fc.property(fc.array(known, { maxLength: 10 }), (all) => {
        const told = periodsUntil("2026-12-31", "month", 24).map((period) =>
          numbersOf(all, period, { unit: "month", today: "2027-06-01" }),
        );
        const mrr = (at: number, end: "opening" | "closing") => told[at]?.money[0]?.[end] ?? 0;
        for (let at = 1; at < told.length; at++) {
          expect(mrr(at, "opening")).toBe(mrr(at - 1, "closing"));
        }
      }),
    );
  });
});

type Naive = { is: "none" | "unknown" | "paying"; minor: number; currency: string };

/** Lives through every day of an account, one by one. */
function lived(account: AccountHistory, until: string): Naive {
  let state: Naive = { is: "none", minor: 0, currency: "" };
  let told = false;
  for (let day = "2024-12-31"; day <= until; day = addDays(day, 1)) {
    if (
      account.customerSince === day &&
      !told &&
      !(account.churnedOn !== null && account.churnedOn < day)
    ) {
      state = { ...state, is: "unknown" };
    }
    const amount = account.amounts.find(({ since }) => since === day);
    if (amount) {
      told = true;
      const { minor, currency } = amount;
      state =
        minor === null || currency === null
          ? { is: "unknown", minor: 0, currency: "" }
          : { is: minor > 0 ? "paying" : "none", minor, currency };
    }
    if (account.churnedOn === day) state = { is: "none", minor: 0, currency: "" };
  }
  return state;
}

function naively(all: readonly AccountHistory[], period: Period, to: string) {
  const ends = all.map((one) => [lived(one, addDays(period.from, -1)), lived(one, to)] as const);
  const comparable = ends.filter(
    ([a, b]) =>
      a.is !== "unknown" &&
      b.is !== "unknown" &&
      !(a.is === "paying" && b.is === "paying" && a.currency !== b.currency),
  );
  const money: Record<string, Record<string, number>> = {};
  const paid = (state: Naive, currency: string) =>
    state.is === "paying" && state.currency === currency ? state.minor : 0;
  for (const currency of ["EUR", "USD"]) {
    const own = comparable
      .map(([a, b]) => [paid(a, currency), paid(b, currency)] as const)
      .filter(([a, b]) => a + b > 0);
    if (own.length === 0) continue;
    const sum = (of: (a: number, b: number) => number) =>
      own.reduce((total, [a, b]) => total + of(a, b), 0);
    money[currency] = {
      opening: sum((a) => a),
      closing: sum((_, b) => b),
      new: sum((a, b) => (a === 0 ? b : 0)),
      churn: sum((a, b) => (b === 0 ? a : 0)),
      expansion: sum((a, b) => (a > 0 && b > a ? b - a : 0)),
      contraction: sum((a, b) => (b > 0 && b < a ? a - b : 0)),
    };
  }
  return {
    opening: ends.filter(([a]) => a.is !== "none").length,
    closing: ends.filter(([, b]) => b.is !== "none").length,
    leftOut: {
      unknown: ends.filter(([a, b]) => a.is === "unknown" || b.is === "unknown").length,
      currency: ends.filter(
        ([a, b]) => a.is === "paying" && b.is === "paying" && a.currency !== b.currency,
      ).length,
    },
    money,
  };
}
