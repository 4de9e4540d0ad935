import { describe, expect, it } from "vitest";
import { DEFAULT_HEALTH } from "../../lib/model/health-defaults.ts";
import type { Touch, TouchState } from "../../lib/model/touch.ts";
import type { AccountFacts } from "../health/facts.ts";
import { calendarDaysAgo, daysAgo, factsWith, WORLD, weeks } from "../health/fixture.ts";
import { usualWeek } from "../health/usual.ts";
import { detectChurn } from "./detect.ts";

const rules = DEFAULT_HEALTH.churn;

function found(changes: Partial<AccountFacts>, watches = rules.watches) {
  const facts = factsWith(changes);
  const usual = usualWeek(facts, WORLD, rules.drop);
  return detectChurn({ facts, world: WORLD, usual, rules: { ...rules, watches } });
}
const kinds = (changes: Partial<AccountFacts>) =>
  found(changes).map(({ kind, level }) => `${kind} ${level}`);

const touch = (kind: Touch["kind"], state: TouchState, days: number) =>
  ({ kind, state, at: daysAgo(days) }) as const;
const tickets = (...days: number[]) => days.map((one) => touch("ticket", "done", one));

describe("signs of churn", () => {
  it("Z1: usage below the account's own usual week, with the figures", () => {
    expect(found({ days: weeks(100, 100, 100, 100, 40) })).toMatchObject([
      { kind: "usage-drop", level: "high", detail: { baseline: 100, current: 40 } },
    ]);
    // Weeks that vary as much as this one does make 30 % less a medium drop.
    expect(kinds({ days: weeks(60, 140, 60, 140, 70) })).toEqual(["usage-drop medium"]);
  });

  it("Z1: the same week is a drop for one account and usual for another", () => {
    expect(kinds({ days: weeks(100, 100, 100, 100, 20) })).toEqual(["usage-drop high"]);
    expect(kinds({ days: weeks(20, 20, 20, 20, 20) })).toEqual([]);
  });

  it("Z1: too little history, too little use or a single person say nothing", () => {
    expect(kinds({ days: weeks(100, 100, 100, 0) })).toEqual([]);
    expect(kinds({ days: weeks(9, 9, 9, 9, 0) })).toEqual([]);
    expect(kinds({ days: weeks(100, 100, 100, 100, 0), users: 1 })).toEqual([]);
  });

  it("Z2: setting up takes longer than expected", () => {
    const at = (stage: string, days: number) => kinds({ stage, stageSince: calendarDaysAgo(days) });
    expect(at("onboarding", 45)).toEqual([]);
    expect(at("onboarding", 46)).toEqual(["onboarding-overdue medium"]);
    expect(at("onboarding", 90)).toEqual(["onboarding-overdue high"]);
    expect(at("integration", 31)).toEqual(["integration-overdue medium"]);
    expect(at("value", 900)).toEqual([]);
  });

  it("Z3: two meetings missed within 60 days", () => {
    const missed = (...days: number[]) =>
      kinds({ touches: days.map((one) => touch("meeting", "missed", one)) });
    expect(missed(5, 59)).toEqual(["missed-meetings medium"]);
    expect(missed(5, 61)).toEqual([]);
    expect(missed(5)).toEqual([]);
  });

  it("Z4: more tickets than this account usually has", () => {
    const many = [1, 2, 3, 4, 5, 6];
    expect(kinds({ touches: tickets(...many, 30, 31, 60, 100) })).toEqual(["more-bugs medium"]);
    expect(kinds({ touches: tickets(...many, 30, 31, 32, 33, 60, 61, 62, 63, 100) })).toEqual([]);
    expect(kinds({ touches: tickets(...many) })).toEqual([]);
    expect(kinds({ touches: tickets(1, 2, 3, 4, 100) })).toEqual([]);
  });

  it("Z5: a champion left; worse when there is no other", () => {
    const ann = { name: "Ann", leftOn: calendarDaysAgo(10) };
    expect(found({ champions: [ann] })).toMatchObject([
      { kind: "champion-left", level: "high", detail: { champion: "Ann", others: 0 } },
    ]);
    expect(kinds({ champions: [ann, { name: "Bob" }] })).toEqual(["champion-left medium"]);
    expect(kinds({ champions: [{ name: "Ann", leftOn: calendarDaysAgo(121) }] })).toEqual([]);
    expect(kinds({ champions: [{ name: "Ann", leftOn: calendarDaysAgo(-5) }] })).toEqual([]);
  });

  it("Z6: silence is longer for who is talked to less", () => {
    const silent = (touchModel: AccountFacts["touchModel"], days: number) =>
      kinds({ touchModel, touches: [touch("call", "done", days)] });
    expect(silent("high", 31)).toEqual(["long-silence medium"]);
    expect(silent("medium", 31)).toEqual([]);
    expect(silent(null, 120)).toEqual([]);
    expect(silent(null, 121)).toEqual(["long-silence medium"]);
    expect(kinds({ touchModel: "high" })).toEqual([]);
  });

  it("Z7: numbers of the account, as long as they are fresh", () => {
    const said = (name: string, value: unknown, days: number) =>
      kinds({ attributes: new Map([[name, { value, at: daysAgo(days) }]]) });
    expect(said("nps", 6, 10)).toEqual(["low-nps medium"]);
    expect(said("nps", 7, 10)).toEqual([]);
    expect(said("nps", 6, 181)).toEqual([]);
    expect(said("late_payment_days", 30, 3)).toEqual(["late-payment high"]);
    expect(said("late_payment_days", "thirty", 3)).toEqual([]);
  });

  it("Z7: a share of people of whom a signal is known", () => {
    const on = { type: "signal", signal: "frustrated", share: 25 } as const;
    const watch = { id: "angry", kind: "bad-release", level: "medium", on } as const;
    const holding = (one: number) => new Map([["frustrated", { known: 8, holding: one }]]);
    expect(found({ signals: holding(2) }, [watch])).toMatchObject([
      { key: "watch:angry", kind: "bad-release", name: "angry" },
    ]);
    expect(found({ signals: holding(1) }, [watch])).toEqual([]);
    expect(found({}, [watch])).toEqual([]);
  });
});
