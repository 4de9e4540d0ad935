import { expect, test } from "vitest";
import { DEFAULT_JOURNEY } from "../../lib/model/journey.ts";
import { journeyMap, type Traveller } from "./journey-map.ts";

const DAYS = { today: "2026-11-22", from: "2025-11-22" };

function traveller(id: string, stages: [since: string, stage: string][], own = {}): Traveller {
  const [stageSince = null, stage = null] = stages.at(-1) ?? [];
  const told = stages.map(([since, name]) => ({ since, stage: name }));
  return { id, customer: true, stage, stageSince, mrr: null, stages: told, ...own };
}

const EUR = (minor: number) => ({ mrr: { currency: "EUR", minor } });
const ALL = [
  traveller("new", [["2026-11-12", "onboarding"]], EUR(100)),
  traveller("stuck", [["2026-09-23", "onboarding"]], EUR(200)),
  traveller("on", [
    ["2026-01-01", "onboarding"],
    ["2026-02-01", "adoption"],
  ]),
  traveller("back", [
    ["2026-03-01", "adoption"],
    ["2026-11-02", "onboarding"],
  ]),
  traveller("out", [
    ["2026-01-01", "onboarding"],
    ["2026-06-01", "offboarding"],
  ]),
  traveller("gone", [["2026-05-01", "onboarding"]], { customer: false }),
  traveller("old", [["2024-01-01", "value"]]),
  traveller("none", []),
];
const map = () =>
  journeyMap(
    DEFAULT_JOURNEY,
    ALL,
    [
      { id: "new", touchpoint: "call" },
      { id: "stuck", touchpoint: "call" },
      { id: "gone", touchpoint: "call" },
      { id: "on", touchpoint: "guide" },
    ],
    DAYS,
  );
const stage = (id: string) => map().stages.find((one) => one.id === id);

test("K23: who is where, for how long, who is stuck and what they pay", () => {
  expect(stage("onboarding")).toMatchObject({
    accounts: 3,
    medianDays: 20,
    stuck: 1,
    mrr: [{ currency: "EUR", minor: 300 }],
    unpriced: 1,
    met: { call: 2 },
  });
  expect(stage("value")).toMatchObject({ accounts: 1, stuck: 0 });
  expect(stage("renewal")).toMatchObject({ accounts: 0, medianDays: null, mrr: [], met: {} });
  expect(map().nowhere).toBe(1);
});

test("K23: where those went who came within a year: on, back, away, or nowhere yet", () => {
  expect(stage("onboarding")?.came).toEqual({ all: 6, on: 1, back: 0, left: 2, here: 3 });
  expect(stage("adoption")?.came).toEqual({ all: 2, on: 0, back: 1, left: 0, here: 1 });
  expect(stage("value")?.came.all).toBe(0);
});
