import { describe, expect, it } from "vitest";
import type { CsLoad } from "../../lib/model/cs-load.ts";
import type { OnboardingReport } from "../../lib/model/onboarding-report.ts";
import type { RevenueCohorts, RevenueReport, RevenueSlices } from "../../lib/model/revenue.ts";
import { addDays, periodsUntil } from "../../server/numbers/calendar.ts";
import { ENGINES } from "../support/database.ts";
import { NOW, useServer } from "../support/server.ts";

const TODAY = new Date(NOW).toISOString().slice(0, 10);
const [QUARTER] = periodsUntil(TODAY, "quarter", 2);
const BEGIN = QUARTER?.from ?? "";
const ahead = (days: number) => addDays(BEGIN, -days);
const into = (days: number) => addDays(BEGIN, days);

describe.each(ENGINES)("revenue on %s", (engine) => {
  const server = useServer(engine);

  /** A workspace with the table of docs/spec/numbers.md in the quarter before this one. */
  async function company() {
    const { adminToken: as } = await server.newWorkspace();
    const put = async (id: string, patch: object) => {
      const path = `/v1/accounts/${id}`;
      const { status, body } = await server.ask(path, { method: "PUT", as, body: patch });
      expect(status, JSON.stringify(body)).toBeLessThan(300);
    };
    const paid = (...amounts: [since: string, euros: number, currency?: string][]) => ({
      mrrHistory: amounts.map(([since, euros, currency = "EUR"]) => ({
        since,
        minor: euros * 100,
        currency,
      })),
    });
    const pro = { plan: "pro", owner: "Ann" };
    await put("A", { ...paid([ahead(400), 1000], [BEGIN, 1400]), ...pro, modules: ["x", "y"] });
    await put("B", { ...paid([ahead(400), 500], [QUARTER?.to ?? "", 400]), ...pro });
    await put("C", {
      ...paid([ahead(400), 200]),
      plan: "free",
      churnedOn: into(45),
      churnKind: "voluntary",
    });
    await put("D", { ...paid([into(31), 600]), plan: "free", owner: "Bob" });
    await put("E", { ...paid([ahead(1), 300]), modules: ["x"] });
    await put("F", paid([ahead(400), 900, "USD"]));
    await put("G", { customerSince: ahead(500) });
    const ask = async <T>(path: string) => {
      const answer = await server.ask<T>(path, { as });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body;
    };
    return { as, put, ask };
  }

  it("N4, N6, N7, N8: the worked example, with targets and formulas", async () => {
    const { ask, as } = await company();
    const body = { grr: 0.92, nrr: 1.1 };
    await server.ask("/v1/settings/revenue-targets", { method: "PUT", as, body });
    const report = await ask<RevenueReport>("/v1/query/revenue?unit=quarter&periods=2");
    expect(report.targets).toEqual(body);
    expect(report.formulas.grr).toBe("(opening - contraction - churn) / opening");
    const [told, open] = report.periods;
    expect(told).toMatchObject({
      period: QUARTER?.key,
      open: false,
      customers: { opening: 6, new: 1, lost: 1, closing: 6, lostBy: { voluntary: 1 } },
      leftOut: { unknown: 1, currency: 0 },
    });
    expect(told?.money[0]).toMatchObject({
      currency: "EUR",
      opening: 200_000,
      new: 60_000,
      expansion: 40_000,
      contraction: 10_000,
      churn: 20_000,
      closing: 270_000,
      grr: { top: 170_000, of: 200_000, value: 0.85 },
      nrr: { value: 1.05 },
      ltv: { value: null, missing: "few" },
    });
    expect(told?.money[0]?.netChurn.value).toBeCloseTo(-0.05, 12);
    expect(told?.money[1]).toMatchObject({ currency: "USD", opening: 90_000, closing: 90_000 });
    expect(open).toMatchObject({ open: true, customers: { opening: 6 } });
  });

  it("N10: slices by plan and by module, of the newest period that is over or of a named one", async () => {
    const { ask, as } = await company();
    const byPlan = await ask<RevenueSlices>("/v1/query/revenue/slices?by=plan");
    expect(byPlan).toMatchObject({ by: "plan", overlapping: false });
    expect(byPlan.whole.customers.opening).toBe(6);
    expect(byPlan.slices.map(({ value, numbers }) => [value, numbers.customers.opening])).toEqual([
      [null, 3],
      ["pro", 2],
      ["free", 1],
    ]);
    const path = `/v1/query/revenue/slices?by=module&period=${QUARTER?.key}`;
    const byModule = await ask<RevenueSlices>(path);
    expect(byModule.overlapping).toBe(true);
    expect(byModule.slices.find(({ value }) => value === "x")?.numbers.money[0]?.opening).toBe(
      130_000,
    );
    const bad = await server.ask("/v1/query/revenue/slices?period=2099-Q1", { as });
    expect(bad.status).toBe(400);
    expect(JSON.stringify(bad.body)).toContain("a quarter that has begun");
  });

  it("N11: cohorts by quarter", async () => {
    const { ask } = await company();
    const { cohorts } = await ask<RevenueCohorts>("/v1/query/revenue/cohorts?periods=2");
    expect(cohorts).toEqual([
      {
        period: QUARTER?.key,
        customers: 1,
        kept: [1],
        leftOut: 0,
        money: [{ currency: "EUR", customers: 1, initial: 60_000, kept: [60_000] }],
      },
    ]);
  });

  it("N12, N13, N14: onboarding in time, and time to value", async () => {
    const { ask, put } = await company();
    const begin = addDays(TODAY, -100);
    const stage = (id: string, name: string, since: string) =>
      put(id, { stage: name, stageSince: since });
    for (const id of ["p", "q", "r"]) {
      await put(id, { customerSince: begin });
      await stage(id, "onboarding", begin);
    }
    await stage("p", "adoption", addDays(begin, 30));
    await stage("p", "value", addDays(begin, 60));
    await stage("q", "integration", addDays(begin, 46));
    const told = await ask<OnboardingReport>("/v1/query/onboarding?unit=month&periods=6");
    expect(told).toMatchObject({ first: "onboarding", expectedDays: 45 });
    expect(told.onboarding.curve.map(({ day }) => day)).toEqual([30, 46]);
    expect(told.value).toMatchObject({ arrived: 1, median: null });
    const row = told.conversion?.find(({ period }) => period === begin.slice(0, 7));
    expect(row?.rate).toMatchObject({ top: 1, of: row?.began });
  });

  it("N22: what each CSM has to look after", async () => {
    const { ask, as, put } = await company();
    await put("A", { renewal: addDays(TODAY, 10), touchModel: "high" });
    await server.ask("/v1/accounts/A/touches/t", { method: "PUT", as, body: { kind: "call" } });
    const task = { account: "A", title: "Ring", due: addDays(TODAY, -1) };
    await server.ask("/v1/tasks/t", { method: "PUT", as, body: task });
    const { owners } = await ask<CsLoad>("/v1/query/load");
    expect(owners.map(({ owner }) => owner)).toEqual([null, "Ann", "Bob"]);
    expect(owners[1]).toMatchObject({
      accounts: 2,
      mrr: [{ currency: "EUR", minor: 180_000 }],
      touch: { high: 1, medium: 0, low: 0, unknown: 1 },
      renewals: 1,
      openTasks: 1,
      overdueTasks: 1,
      contacts: 1,
    });
    expect(owners[0]).toMatchObject({ accounts: 3, unknown: 1 });
  });
});
