import { describe, expect, it } from "vitest";
import { DEFAULT_HEALTH } from "../../lib/model/health-defaults.ts";
import type { HealthMeasure } from "../../lib/model/health-measure.ts";
import type { TouchState } from "../../lib/model/touch.ts";
import { assess } from "./assess.ts";
import type { AccountFacts } from "./facts.ts";
import { calendarDaysAgo, daysAgo, factsWith, NOW, TODAY, WORLD, weeks } from "./fixture.ts";
import { measure } from "./measure.ts";
import { usualWeek } from "./usual.ts";

type Bare = HealthMeasure extends infer M
  ? M extends HealthMeasure
    ? Omit<M, "weight">
    : never
  : never;

function read(definition: Bare, changes: Partial<AccountFacts> = {}): number | string {
  const facts = factsWith(changes);
  const usual = usualWeek(facts, WORLD, DEFAULT_HEALTH.churn.drop);
  const said = measure({ ...definition, weight: 1 } as HealthMeasure, facts, WORLD, usual);
  return said.state === "known" ? Math.round(said.score) : said.state;
}

const meeting = (state: TouchState, days: number) =>
  ({ kind: "meeting", state, at: daysAgo(days) }) as const;
const number = (value: unknown, days = 1) => new Map([["nps", { value, at: daysAgo(days) }]]);
const use = (feature: string, days: number, uses: number) => [{ feature, day: TODAY - days, uses }];

const active = { kind: "active-users", target: 50 } as const;
const trend = { kind: "trend" } as const;
const breadth = { kind: "breadth", target: 100 } as const;
const reports = { kind: "feature", feature: "reports", perWeek: 5 } as const;
const contact = { kind: "contact", good: 10, bad: 30 } as const;
const nps = { kind: "attribute", attribute: "nps", good: 9, bad: 0, freshDays: 90 } as const;
const debt = { ...nps, good: 0, bad: 30 } as const;
const stage = { kind: "stage" } as const;
const goals = { kind: "goals" } as const;
const signal = { kind: "signal", signal: "activated", target: 80 } as const;

describe("measures", () => {
  it.each<[string, Bare, Partial<AccountFacts>, number | string]>([
    ["H10: 3 of 10 seats, 5 wanted", active, {}, 60],
    ["H10: more than wanted is 100", active, { activeUsers: 9 }, 100],
    ["H10: without seats, of people known", active, { seats: null }, 75],
    ["H10: nobody uses what they pay for", active, { activeUsers: 0 }, 0],
    ["H10: nobody was ever seen", active, { firstSeen: null, activeUsers: 0 }, "unknown"],
    ["H10: neither seats nor people", active, { seats: null, users: 0 }, "unknown"],
    ["H11: 60 of 100", trend, { days: weeks(100, 100, 100, 100, 60) }, 60],
    ["H11: more than usual is 100", trend, { days: weeks(20, 20, 20, 20, 60) }, 100],
    ["H11: three usual weeks say nothing", trend, { days: weeks(20, 20, 20, 0) }, "unknown"],
    ["H11: nor does one person", trend, { days: weeks(20, 20, 20, 20, 5), users: 1 }, "unknown"],
    ["H12: one of two included", breadth, { days: use("reports", 3, 1) }, 50],
    ["H12: plan pro includes three", breadth, { plan: "pro", days: use("reports", 3, 1) }, 33],
    ["H12: none is used", breadth, {}, 0],
    ["H12: 28 days, today among them", breadth, { days: use("reports", 28, 1) }, 0],
    ["H12: and no fewer", breadth, { days: use("reports", 27, 1) }, 50],
    ["H12: of one group", { ...breadth, group: "core" }, { days: use("reports", 3, 1) }, 50],
    ["H12: of none that is included", { ...breadth, group: "more" }, {}, "not-applicable"],
    ["H12: nobody was ever seen", breadth, { firstSeen: null }, "unknown"],
    ["H13: 12 uses in 28 days, of 20", reports, { days: use("reports", 2, 12) }, 60],
    ["H13: included and unused", reports, {}, 0],
    ["H13: not in the plan", { ...reports, feature: "forecasts" }, {}, "not-applicable"],
    ["H13: not published any more", { ...reports, feature: "gone" }, {}, "not-applicable"],
    ["H13: an unknown plan includes it", { ...reports, feature: "forecasts" }, { plan: null }, 0],
    [
      "H14: 4 of 10, 8 wanted",
      signal,
      { signals: new Map([["activated", { known: 10, holding: 4 }]]) },
      50,
    ],
    ["H14: known of nobody", signal, {}, "unknown"],
    ["H15: 10 days ago", contact, { touches: [meeting("done", 10)] }, 100],
    ["H15: 20 days ago", contact, { touches: [meeting("done", 20), meeting("missed", 1)] }, 50],
    ["H15: 40 days ago", contact, { touches: [meeting("done", 40)] }, 0],
    [
      "H15: a ticket is no contact",
      contact,
      { touches: [{ kind: "ticket", state: "done", at: NOW }] },
      "unknown",
    ],
    ["H15: nor is what lies ahead", contact, { touches: [meeting("done", -3)] }, "unknown"],
    [
      "H16: 1 of 2",
      { kind: "meetings" },
      { touches: [meeting("done", 5), meeting("missed", 9)] },
      50,
    ],
    [
      "H16: cancelled does not count",
      { kind: "meetings" },
      { touches: [meeting("cancelled", 5)] },
      "unknown",
    ],
    [
      "H17: within the 45 days",
      stage,
      { stage: "onboarding", stageSince: calendarDaysAgo(45) },
      100,
    ],
    [
      "H17: half as long again",
      stage,
      { stage: "integration", stageSince: calendarDaysAgo(45) },
      50,
    ],
    ["H17: twice as long", stage, { stage: "integration", stageSince: calendarDaysAgo(60) }, 0],
    [
      "H17: may stay as long as it likes",
      stage,
      { stage: "value", stageSince: calendarDaysAgo(900) },
      "not-applicable",
    ],
    ["H17: no stage", stage, {}, "unknown"],
    [
      "H18: reached, missed, and open too long",
      goals,
      {
        goals: [
          { text: "a", state: "reached" },
          { text: "b", state: "missed" },
          { text: "c", state: "open", due: calendarDaysAgo(1) },
        ],
      },
      33,
    ],
    [
      "H18: open until today is not due",
      goals,
      { goals: [{ text: "c", state: "open", due: calendarDaysAgo(0) }] },
      "unknown",
    ],
    ["H19: 6 between 0 and 9", nps, { attributes: number(6) }, 67],
    ["H19: the fewer the better", debt, { attributes: number(10) }, 67],
    ["H19: beyond the end", debt, { attributes: number(99) }, 0],
    ["H19: too old", nps, { attributes: number(9, 91) }, "unknown"],
    ["H19: no number", nps, { attributes: number("nine") }, "unknown"],
  ])("%s", (_what, definition, changes, expected) => {
    expect(read(definition, changes)).toBe(expected);
  });
});

describe("segments", () => {
  const segmentOf = (changes: Partial<AccountFacts>) =>
    assess(factsWith(changes), WORLD, DEFAULT_HEALTH).profile.id;

  it("H1: the first whose conditions all hold, else the last", () => {
    expect(segmentOf({ stage: "onboarding", touchModel: "high" })).toBe("onboarding");
    expect(segmentOf({ stage: "value", touchModel: "high" })).toBe("high-touch");
    expect(segmentOf({ stage: "value", touchModel: "low" })).toBe("everyone");
    expect(segmentOf({})).toBe("everyone");
  });

  it("H4: an account of which nothing is known is unknown in every default segment", () => {
    const nothing = factsWith({
      firstSeen: null,
      users: 0,
      activeUsers: 0,
      seats: null,
      plan: null,
    });
    for (const more of [{}, { touchModel: "high" as const }, { stage: "onboarding" }]) {
      const { health, found } = assess({ ...nothing, ...more }, WORLD, DEFAULT_HEALTH);
      expect(health.score).toBeNull();
      expect(found).toEqual([]);
    }
  });
});
