import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAccountFact } from "../../lib/model/account-fact.ts";
import { askedByAll } from "./asked.ts";
import { attributesAt, momentAt } from "./attributes.ts";
import type { AccountHistory } from "./history.ts";
import { sumByDay } from "./uses.ts";

const DAY = 86_400_000;
/** Noon of the day that all tests look from. */
const AT = Date.parse("2026-11-23T12:00:00Z");

/** The day so many days before the one of `AT`. */
const ago = (days: number) => new Date(AT - days * DAY).toISOString().slice(0, 10);

const EMPTY: AccountHistory = {
  id: "acme",
  name: null,
  values: {},
  changes: [],
  mrr: [],
  stages: [],
  users: 0,
  uses: [],
  health: [],
  touches: [],
  tasks: [],
  nps: [],
  signals: [],
};

const found = (history: Partial<AccountHistory>, at = AT) => {
  const whole = { ...EMPTY, ...history };
  return attributesAt(whole, sumByDay(whole.uses), momentAt(at), askedByAll([]));
};
/** Uses by how many days ago. */
const usesOf = (...rows: readonly (readonly [number, number])[]) =>
  rows.map(([days, uses]) => ({ day: ago(days), feature: "reports", uses }));

describe("use", () => {
  it("J2: the usual week is the mean of the four before the last seven days; the trend is the week by it", () => {
    const uses = usesOf([0, 1], [6, 2], [7, 4], [14, 8], [21, 8], [28, 16], [34, 4], [35, 1000]);
    expect(found({ uses })).toMatchObject({
      usesInWeek: 3,
      usesOfUsualWeek: 10,
      usageTrend: 0.3,
      daysSinceUse: 0,
    });
  });

  it("J2: without a use in the first of the four weeks nothing is usual", () => {
    const { usesInWeek, ...rest } = found({ uses: usesOf([0, 5], [10, 40], [27, 40]) });
    expect(usesInWeek).toBe(5);
    expect(rest).not.toHaveProperty("usesOfUsualWeek");
    expect(rest).not.toHaveProperty("usageTrend");
  });

  it("J2: who was never seen has used it no times this week, and no day of a last use", () => {
    expect(found({})).toEqual({ customer: true, users: 0, usesInWeek: 0, openTasks: 0 });
  });

  it("J2: twice the use everywhere is the same trend", () => {
    const days = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 500 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(days, (rows) => {
        const once = found({ uses: usesOf(...rows) });
        const twice = found({ uses: usesOf(...rows, ...rows) });
        expect(twice.usageTrend).toEqual(once.usageTrend);
        expect(twice.usesInWeek).toBe(2 * Number(once.usesInWeek));
      }),
    );
  });
});

describe("contract, stage and money", () => {
  it("J2: days are counted from day to day, and to a renewal that is over below zero", () => {
    const values = {
      customerSince: "2025-11-23",
      renewal: "2026-11-13",
      contractEnd: "2026-12-31",
    };
    expect(found({ values })).toMatchObject({
      customer: true,
      daysAsCustomer: 365,
      daysToRenewal: -10,
      daysToContractEnd: 38,
    });
  });

  it("J2: who leaves tomorrow is a customer, who left today is not", () => {
    expect(found({ values: { churnedOn: ago(-1) } })).toMatchObject({ customer: true });
    expect(found({ values: { churnedOn: ago(-1) } })).not.toHaveProperty("daysSinceChurn");
    expect(found({ values: { churnedOn: ago(0) } })).toMatchObject({
      customer: false,
      daysSinceChurn: 0,
    });
  });

  it("J2: an amount and a stage are those of that day, the amount in main units of its currency", () => {
    const mrr = [
      { since: "2026-01-01", minor: 120_050, currency: "EUR" },
      { since: "2026-11-24", minor: 1, currency: "EUR" },
    ];
    const stages = [
      { since: ago(40), stage: "onboarding" },
      { since: ago(9), stage: "adopting" },
    ];
    expect(found({ mrr, stages, values: { mrr: "not this", stage: "nor this" } })).toMatchObject({
      mrr: 1200.5,
      currency: "EUR",
      stage: "adopting",
      daysInStage: 9,
    });
    expect(found({ mrr: [{ since: "2026-01-01", minor: 900, currency: "JPY" }] }).mrr).toBe(900);
    expect(found({ mrr, stages }, AT - 20 * DAY)).toMatchObject({ stage: "onboarding" });
  });
});

describe("standing", () => {
  it("J2: health is of the newest day worked out, at most a week ago", () => {
    const health = [{ day: ago(7), score: 30, band: "poor", risk: "high" }];
    expect(found({ health })).toMatchObject({ healthScore: 30, healthBand: "poor", risk: "high" });
    expect(found({ health }, AT + DAY)).not.toHaveProperty("healthScore");
    const unknown = [{ day: ago(0), score: null, band: null, risk: "low" }];
    expect(found({ health: [...health, ...unknown] })).not.toHaveProperty("healthBand");
    expect(found({ health: [...health, ...unknown] })).toMatchObject({ risk: "low" });
  });

  it("J2: the score is the mean of answers of the last 180 days", () => {
    const nps = [
      { at: AT - 180 * DAY, score: 0 },
      { at: AT - 180 * DAY + 1, score: 10 },
      { at: AT, score: 7 },
    ];
    expect(found({ nps }).nps).toBe(8.5);
  });

  it("J2: contacts, open tasks, goals, champions who have not left, and modules", () => {
    const values = {
      modules: ["reports"],
      champions: [
        { name: "Ann" },
        { name: "Ben", leftOn: ago(0) },
        { name: "Eve", leftOn: ago(-1) },
      ],
      goals: [
        { id: "a", text: "A", state: "reached" },
        { id: "b", text: "B", state: "agreed" },
      ],
      "custom.tier": "gold",
    };
    const tasks = [
      { createdAt: AT - 5 * DAY, closedAt: null },
      { createdAt: AT - 5 * DAY, closedAt: AT },
      { createdAt: AT - 5 * DAY, closedAt: AT + 1 },
      { createdAt: AT + 1, closedAt: null },
    ];
    const touches = [AT - 3 * DAY - 13 * 3_600_000, AT + DAY];
    const all = found({ values, tasks, touches, users: 4 });
    expect(all).toMatchObject({
      users: 4,
      champions: 2,
      goalsReached: 1,
      openTasks: 2,
      daysSinceTouch: 4,
      "module.reports": true,
      "custom.tier": "gold",
    });
    expect(all).not.toHaveProperty("modules");
  });
});

describe("the past", () => {
  it("J9: a field is as it was before its later changes; what was first known later counts as so before", () => {
    const values = { plan: "pro", owner: "ben", size: "L" };
    const changes = [
      { at: AT + 3, field: "plan", before: "team" },
      { at: AT + 2, field: "size", before: null },
      { at: AT + 1, field: "plan", before: "free" },
      { at: AT, field: "owner", before: "ann" },
    ];
    expect(found({ values, changes })).toMatchObject({ plan: "free", owner: "ben", size: "L" });
  });

  it("J9: nothing that comes later changes what was known", () => {
    const later = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 8 });
    fc.assert(
      fc.property(later, later, (before, after) => {
        const history = (days: readonly number[]): Partial<AccountHistory> => ({
          uses: usesOf(...days.map((day) => [day, 3] as const)),
          mrr: days.map((day) => ({ since: ago(day), minor: day, currency: "EUR" })),
          stages: days.map((day) => ({ since: ago(day), stage: `stage-${day}` })),
          health: days.map((day) => ({ day: ago(day), score: day, band: "good", risk: "low" })),
          touches: days.map((day) => AT - day * DAY),
          tasks: days.map((day) => ({ createdAt: AT - day * DAY, closedAt: null })),
          nps: days.map((day) => ({ at: AT - day * DAY, score: day % 11 })),
        });
        const past = before.toSorted((a, b) => b - a);
        const future = after.map((day) => -day).toSorted((a, b) => b - a);
        const known = found(history(past));
        expect(found(history([...past, ...future]))).toEqual(known);
        expect(Object.keys(known).filter((name) => !isAccountFact(name))).toEqual([]);
        expect(Object.values(known).filter(Number.isNaN)).toEqual([]);
      }),
    );
  });
});
