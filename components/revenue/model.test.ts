import { expect, it } from "vitest";
import type { RevenueClient } from "./client.ts";
import { createRevenueModel } from "./model.ts";

function model(refuses = false) {
  const asked: string[] = [];
  const missing = (what: string) => {
    asked.push(what);
    return Promise.resolve({ ok: false, error: { code: "missing" } } as const);
  };
  const client: RevenueClient = {
    revenue: (unit) => missing(`revenue ${unit}`),
    slices: ({ unit, by, period }) => missing(`slices ${unit} ${by} ${period}`),
    cohorts: (unit) => missing(`cohorts ${unit}`),
    onboarding: (unit) => missing(`onboarding ${unit}`),
    load: () => missing("load"),
    effect: ({ of, lag }) => missing(`effect ${of} ${lag}`),
    async setTargets(targets) {
      asked.push(`targets ${targets.grr}`);
      return refuses ? { ok: false, error: { code: "forbidden" } } : { ok: true, value: targets };
    },
  };
  return { revenue: createRevenueModel(client), asked };
}

it("asks for what is in sight, and anew when something else is chosen", async () => {
  const { revenue, asked } = model();
  await revenue.open();
  revenue.show("slices");
  revenue.chooseBy("module");
  revenue.choosePeriod("2026-Q2");
  revenue.chooseUnit("year");
  revenue.show("effect");
  revenue.chooseLag("90");
  expect(asked).toEqual([
    "revenue quarter",
    "slices quarter plan null",
    "slices quarter module null",
    "slices quarter module 2026-Q2",
    "slices year module null",
    "effect meeting 60",
    "effect meeting 90",
  ]);
});

it("targets that were saved are looked at again; a refusal is told", async () => {
  const saved = model();
  await saved.revenue.setTargets({ grr: 0.92, nrr: 1.1 });
  expect(saved.asked).toEqual(["targets 0.92", "revenue quarter"]);
  const refused = model(true);
  await refused.revenue.setTargets({ grr: 0.92, nrr: 1.1 });
  expect(refused.revenue.problem.value).toEqual({ code: "forbidden" });
  expect(refused.revenue.saving.value).toBe(false);
});
