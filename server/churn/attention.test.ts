import { expect, it } from "vitest";
import { DEFAULT_HEALTH } from "../../lib/model/health-defaults.ts";
import type { AccountStanding } from "../../lib/model/health-report.ts";
import { calendarDaysAgo, NOW } from "../health/fixture.ts";
import { healthOverview } from "../health/overview.ts";
import { attentionList } from "./attention.ts";

function standing(id: string, changes: Partial<AccountStanding> = {}): AccountStanding {
  return {
    id,
    name: null,
    owner: null,
    touchModel: null,
    mrr: { minor: 10_000, currency: "EUR", since: "2026-01-01" },
    renewal: null,
    segment: { id: "everyone", name: { en: "All others" } },
    score: 40,
    coverage: 1,
    risk: "high",
    riskSince: calendarDaysAgo(30),
    riskBefore: null,
    causes: [],
    reasons: [],
    case: null,
    ...changes,
  };
}
const paying = (minor: number) => ({ minor, currency: "EUR", since: "2026-01-01" });
const handled = { id: "c", step: "opened", openedAt: NOW } as const;
const order = (...all: AccountStanding[]) =>
  attentionList(all, DEFAULT_HEALTH.probability, NOW).map(({ id }) => id);

it("Z12: those whom nobody handles, then by expected loss, then by renewal", () => {
  expect(
    order(
      standing("handled", { case: handled, mrr: paying(90_000) }),
      standing("small"),
      standing("soon", { renewal: calendarDaysAgo(-10) }),
      standing("large", { mrr: paying(20_000) }),
      // 45 000 at 20 % is less than 20 000 at 50 %.
      standing("risen", {
        risk: "medium",
        riskBefore: "low",
        riskSince: calendarDaysAgo(3),
        mrr: paying(45_000),
      }),
    ),
  ).toEqual(["large", "risen", "soon", "small", "handled"]);
});

it("Z12: medium is news for seven days, and none when it was high before or nothing was", () => {
  const medium = (days: number, riskBefore: AccountStanding["riskBefore"] = "low") =>
    standing("a", { risk: "medium", riskSince: calendarDaysAgo(days), riskBefore });
  expect(order(medium(7))).toEqual(["a"]);
  expect(order(medium(8))).toEqual([]);
  expect(order(medium(2, "unknown"))).toEqual(["a"]);
  expect(order(medium(2, "high"))).toEqual([]);
  expect(order(medium(2, null))).toEqual([]);
  expect(order(standing("b", { risk: null }), standing("c", { risk: "low" }))).toEqual([]);
});

it("H5: means over customers leave out what is unknown; weights need one currency", () => {
  const all = [
    standing("a", { score: 20 }),
    standing("b", { score: 100, risk: "low", mrr: paying(30_000) }),
    standing("c", { score: null, risk: null }),
  ];
  const around = { now: NOW, finishedAt: null };
  const overview = healthOverview(all, DEFAULT_HEALTH, around);
  expect(overview).toMatchObject({
    accounts: 3,
    risks: { low: 1, medium: 0, high: 1, unknown: 1 },
    mean: 60,
    weighted: 80,
    histogram: [0, 0, 1, 0, 0, 0, 0, 0, 0, 1],
  });
  const dollars = standing("d", { mrr: { minor: 1, currency: "USD", since: "2026-01-01" } });
  expect(healthOverview([...all, dollars], DEFAULT_HEALTH, around).weighted).toBeNull();
});
