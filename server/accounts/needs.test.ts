import { expect, test } from "vitest";
import type { AccountStanding } from "../../lib/model/health-report.ts";
import { byExpectedLoss, needsOf } from "./needs.ts";

const NOW = Date.parse("2026-11-22T08:00:00Z");
const CALM = { band: null, overdue: null, silence: null } as const;
const ODDS = { low: 0.05, medium: 0.2, high: 0.5 };

function standing(own: Partial<AccountStanding>): AccountStanding {
  return {
    id: "a",
    name: null,
    owner: null,
    touchModel: null,
    mrr: null,
    renewal: null,
    segment: null,
    score: null,
    coverage: 0,
    risk: null,
    riskSince: null,
    riskBefore: null,
    causes: [],
    reasons: [],
    case: null,
    ...own,
  };
}

test("K20: nothing known is no reason", () => {
  expect(needsOf(standing({}), CALM, NOW)).toEqual([]);
  expect(needsOf(standing({ risk: "low", renewal: "2026-12-01" }), CALM, NOW)).toEqual([]);
});

test("K20: every reason is told, each with its figure", () => {
  const own = standing({ risk: "high", renewal: "2027-01-21" });
  const facts = { band: "poor", overdue: { tasks: 2, due: "2026-11-01" }, silence: 40 } as const;
  expect(needsOf(own, facts, NOW)).toEqual([
    { type: "risk" },
    { type: "renewal", days: 60 },
    { type: "overdue", tasks: 2, due: "2026-11-01" },
    { type: "silence", days: 40 },
  ]);
});

test("K20: a renewal is a reason up to 60 days before it and with poor health only", () => {
  const poor = { ...CALM, band: "poor" } as const;
  expect(needsOf(standing({ renewal: "2026-11-22" }), poor, NOW)).toEqual([
    { type: "renewal", days: 0 },
  ]);
  for (const renewal of ["2026-11-21", "2027-01-22"]) {
    expect(needsOf(standing({ renewal }), poor, NOW)).toEqual([]);
  }
  expect(needsOf(standing({ renewal: "2026-12-01" }), { ...CALM, band: "fair" }, NOW)).toEqual([]);
});

test("K20: a rise to medium is one for a week", () => {
  const risen = { risk: "medium", riskBefore: "low" } as const;
  expect(needsOf(standing({ ...risen, riskSince: "2026-11-15" }), CALM, NOW)).toEqual([
    { type: "risen" },
  ]);
  expect(needsOf(standing({ ...risen, riskSince: "2026-11-14" }), CALM, NOW)).toEqual([]);
});

test("K20: the greatest expected loss is first, then the next renewal", () => {
  const mrr = (minor: number) => ({ minor, currency: "EUR", since: "2026-01-01" });
  const all = [
    standing({ id: "later", renewal: "2027-02-01" }),
    standing({ id: "medium", risk: "medium", mrr: mrr(200) }),
    standing({ id: "sooner", renewal: "2027-01-01" }),
    standing({ id: "high", risk: "high", mrr: mrr(100) }),
  ];
  expect(all.toSorted(byExpectedLoss(ODDS)).map(({ id }) => id)).toEqual([
    "high",
    "medium",
    "sooner",
    "later",
  ]);
});
