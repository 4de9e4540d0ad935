import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyHistory, history } from "../../test/support/account-history.ts";
import {
  addDays,
  daysBetween,
  periodNamed,
  periodOf,
  periodsApart,
  periodsUntil,
} from "./calendar.ts";
import { cohortsOf } from "./cohorts.ts";
import { lifetimeValue } from "./lifetime-value.ts";
import { conversion, reachedOn, stagesFrom, waits } from "./onboarding.ts";

describe("calendar", () => {
  it("N1: months, quarters and years of the calendar, by name and by day", () => {
    expect(periodOf("2024-02-29", "month")).toEqual({
      key: "2024-02",
      from: "2024-02-01",
      to: "2024-02-29",
    });
    expect(periodOf("2026-11-22", "quarter")).toEqual({
      key: "2026-Q4",
      from: "2026-10-01",
      to: "2026-12-31",
    });
    expect(periodsUntil("2026-01-15", "quarter", 2).map(({ key }) => key)).toEqual([
      "2025-Q4",
      "2026-Q1",
    ]);
    expect(periodNamed("2026-Q3", "quarter")?.from).toBe("2026-07-01");
    expect(periodNamed("2026-Q3", "month")).toBeNull();
    expect(periodNamed("2026", "year")?.to).toBe("2026-12-31");
    expect(periodNamed("2026-13", "month")).toBeNull();
    expect(periodsApart("2025-12-31", "2026-01-01", "year")).toBe(1);
    expect(daysBetween("2026-02-28", addDays("2026-02-28", 1))).toBe(1);
  });
});

describe("lifetime value", () => {
  const quarter = { opening: 5_000_000, customers: 100, lost: 3, months: 3, open: false };

  it("N9: the worked example", () => {
    const told = lifetimeValue(quarter);
    expect(told.average).toBe(50_000);
    expect(told.monthlyChurn).toBeCloseTo(0.010102, 6);
    expect((told.value ?? 0) / 100).toBeCloseTo(49_497, 0);
    expect(told.missing).toBeNull();
    expect(told.low ?? 0).toBeLessThan(told.value ?? 0);
    expect(told.high ?? 0).toBeGreaterThan(told.value ?? 0);
  });

  it("N9: not enough data while the period is open, of few customers, and where nobody left", () => {
    expect(lifetimeValue({ ...quarter, open: true })).toMatchObject({
      value: null,
      missing: "open",
    });
    expect(lifetimeValue({ ...quarter, customers: 19 }).missing).toBe("few");
    expect(lifetimeValue({ ...quarter, lost: 0 })).toMatchObject({
      value: null,
      missing: "none-lost",
    });
    expect(lifetimeValue({ ...quarter, customers: 0, lost: 0, opening: 0 })).toMatchObject({
      missing: "few",
      average: null,
    });
  });
});

describe("cohorts", () => {
  const all = [
    history("stays", [
      ["2026-01-10", 100],
      ["2026-05-01", 150],
    ]),
    history("leaves", [["2026-02-10", 100]], { churnedOn: "2026-06-30" }),
    history("hidden", [["2026-04-10", 50]], { customerSince: "2026-03-01" }),
    history("dollars", [["2026-01-01", 10, "USD"]]),
    history("never", [["2026-01-01", 0]]),
    history("today", [["2026-11-22", 70]]),
  ];

  it("N11: by the quarter in which they began, at the end of each quarter that is over", () => {
    const cohorts = cohortsOf(all, { unit: "quarter", periods: 4, today: "2026-11-22" });
    expect(cohorts).toEqual([
      {
        period: "2026-Q1",
        customers: 4,
        kept: [4, 3, 3],
        leftOut: 1,
        money: [
          { currency: "EUR", customers: 2, initial: 20_000, kept: [20_000, 15_000, 15_000] },
          { currency: "USD", customers: 1, initial: 1_000, kept: [1_000, 1_000, 1_000] },
        ],
      },
      {
        period: "2026-Q4",
        customers: 1,
        kept: [],
        leftOut: 0,
        money: [{ currency: "EUR", customers: 1, initial: 7_000, kept: [] }],
      },
    ]);
  });

  it("N11: nobody is in two cohorts, and never more are kept than began", () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 12 }), (any) => {
        const cohorts = cohortsOf(any, { unit: "month", periods: 36, today: "2027-06-01" });
        const began = cohorts.reduce((sum, { customers }) => sum + customers, 0);
        expect(began).toBeLessThanOrEqual(any.length);
        for (const { customers, kept, leftOut, money } of cohorts) {
          expect(Math.max(0, ...kept)).toBeLessThanOrEqual(customers);
          const paying = money.reduce((sum, one) => sum + one.customers, 0);
          expect(paying + leftOut).toBe(customers);
        }
      }),
    );
  });
});

describe("onboarding", () => {
  const JOURNEY = ["onboarding", "integration", "adoption", "value", "renewal", "offboarding"];
  const account = (began: string, stages: [string, string][], churnedOn: string | null = null) => ({
    account: began,
    began,
    churnedOn,
    stages: stages.map(([since, stage]) => ({ since, stage })),
  });
  const value = stagesFrom(JOURNEY, 3);

  it("N12: a later stage is an arrival, the way out is none", () => {
    const skips = account("2026-01-01", [
      ["2026-01-01", "onboarding"],
      ["2026-02-01", "renewal"],
    ]);
    const leaves = account("2026-01-01", [["2026-02-01", "offboarding"]]);
    expect(reachedOn(skips, value)).toBe("2026-02-01");
    expect(reachedOn(leaves, value)).toBeNull();
    expect(reachedOn(account("2026-03-01", [["2026-01-01", "value"]]), value)).toBe("2026-03-01");
  });

  it("N13: who left before stays among those who might have arrived", () => {
    const left = account("2026-01-01", [["2026-01-01", "onboarding"]], "2026-01-20");
    const arrived = account("2026-01-01", [["2026-01-31", "value"]]);
    expect(waits([left, arrived], value, "2026-04-11")).toEqual([
      { time: 100, happened: false },
      { time: 30, happened: true },
    ]);
  });

  it("N14: only who has had the time counts, and the last day is in time", () => {
    const all = [
      account("2026-01-01", [["2026-02-15", "integration"]]),
      account("2026-01-01", [["2026-02-16", "integration"]]),
      account("2026-01-01", []),
      account("2026-03-01", [["2026-03-02", "integration"]]),
    ];
    const asked = { within: 45, today: "2026-04-01" };
    expect(conversion(all, stagesFrom(JOURNEY, 1), asked)).toEqual({ of: 3, reached: 1 });
  });
});
