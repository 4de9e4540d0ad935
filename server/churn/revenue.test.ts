import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_HEALTH } from "../../lib/model/health-defaults.ts";
import { type RevenueRow, revenueAtRisk } from "./revenue.ts";

const row = (
  group: string,
  main: number,
  risk: RevenueRow["risk"],
  currency = "EUR",
): RevenueRow => ({
  group,
  mrr: { minor: main * 100, currency },
  risk,
});

describe("revenue at risk", () => {
  it("Z11: the customers that are worked by hand in the spec", () => {
    const rows = [
      row("ann", 1000, "high"),
      row("ann", 500, "low"),
      row("bob", 250, null),
      row("bob", 100, "medium", "USD"),
      { group: "bob", mrr: null, risk: "high" } as const,
    ];
    expect(revenueAtRisk(rows, DEFAULT_HEALTH.probability)).toEqual([
      {
        group: "ann",
        currency: "EUR",
        accounts: 2,
        atRisk: 1,
        arr: 1_800_000,
        high: 1_200_000,
        expected: 630_000,
        unknown: 0,
      },
      {
        group: "bob",
        currency: "USD",
        accounts: 1,
        atRisk: 0,
        arr: 120_000,
        high: 0,
        expected: 24_000,
        unknown: 0,
      },
      {
        group: "bob",
        currency: "EUR",
        accounts: 1,
        atRisk: 0,
        arr: 300_000,
        high: 0,
        expected: 0,
        unknown: 300_000,
      },
    ]);
  });

  const anyRow = fc.record({
    group: fc.option(fc.constantFrom("ann", "bob", "")),
    mrr: fc.option(
      fc.record({ minor: fc.nat(10_000_000), currency: fc.constantFrom("EUR", "USD") }),
    ),
    risk: fc.option(fc.constantFrom("low" as const, "medium" as const, "high" as const)),
  });
  const byPercent = { low: 5, medium: 20, high: 50 };

  it("Z11: equals filtering for each group, in whole numbers", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const groups = revenueAtRisk(rows, DEFAULT_HEALTH.probability);
        for (const { group, currency, ...sums } of groups) {
          const own = rows.filter((one) => one.group === group && one.mrr?.currency === currency);
          const year = (some: RevenueRow[]) =>
            some.reduce((sum, one) => sum + 12 * (one.mrr?.minor ?? 0), 0);
          const of = (risk: RevenueRow["risk"]) => own.filter((one) => one.risk === risk);
          const percents = (["low", "medium", "high"] as const).reduce(
            (sum, risk) => sum + year(of(risk)) * byPercent[risk],
            0,
          );
          expect(sums).toMatchObject({
            accounts: own.length,
            atRisk: of("high").length,
            arr: year(own),
            high: year(of("high")),
            unknown: year(of(null)),
          });
          expect(Math.abs(sums.expected - percents / 100)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
        const priced = rows.filter(({ mrr }) => mrr !== null).length;
        expect(groups.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(priced);
      }),
    );
  });
});
