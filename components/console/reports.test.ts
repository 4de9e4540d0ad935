import { describe, expect, test } from "vitest";
import type { UserSignals } from "../../lib/model/query.ts";
import type { AhaClient } from "./aha-client.ts";
import type { ConsoleClient } from "./client.ts";
import { createReports } from "./reports.ts";

const person = (user: string, account: string | null = null) => ({
  user,
  account,
  verified: false,
  anonymous: false,
  lastSeen: 1,
  values: {},
});

const missing = async () => ({ ok: false, error: { code: "missing" } }) as const;
const NO_AHA: AhaClient = { moments: missing, signals: missing, make: missing, undo: missing };

const page = (users: string[], next: string | null): UserSignals => ({
  signals: [
    { signal: "first", name: "First", kind: "milestone", users: 2 },
    { signal: "second", name: "Second", kind: "milestone", users: 1 },
    { signal: "third", name: "Third", kind: "drop", users: 0 },
  ],
  users: users.map((user) => person(user, user === "ann" ? "Acme" : null)),
  totalUsers: 3,
  next,
});

function reports(overrides: Partial<ConsoleClient> = {}) {
  const asked: string[] = [];
  const client: ConsoleClient = {
    server: "https://cs.example.com",
    async features(days) {
      asked.push(`features ${days}`);
      return { ok: true, value: { days, activeUsers: 0, features: [] } };
    },
    async people(after) {
      const value = after === null ? page(["ann", "bob"], "bob") : page(["bob", "cy"], null);
      return { ok: true, value };
    },
    async timeline(signal, days) {
      asked.push(`timeline ${signal} ${days}`);
      return { ok: true, value: { signal, days, perDay: [], timeToValue: null } };
    },
    async guides() {
      const guide = (id: string, published: number | null) => ({
        id,
        name: id,
        published,
        archived: false,
      });
      return { ok: true, value: [guide("draft", null), guide("live", 2)] };
    },
    async funnel(guide) {
      asked.push(`funnel ${guide}`);
      return { ok: false, error: { code: "missing" } };
    },
    async targets(guide, days) {
      asked.push(`targets ${guide} ${days}`);
      return { ok: false, error: { code: "missing" } };
    },
    async adoption(by) {
      asked.push(`adoption ${by}`);
      return missing();
    },
    async retention() {
      asked.push("retention");
      return missing();
    },
    async activeDays() {
      asked.push("active days");
      return missing();
    },
    async steps(signal) {
      asked.push(`steps ${signal}`);
      return missing();
    },
    async signalReport(signal, days) {
      asked.push(`values ${signal} ${days}`);
      return missing();
    },
    async evidence(signal, { user, anonymous }) {
      asked.push(`evidence ${signal} ${user} ${anonymous}`);
      return missing();
    },
    async lift(guide) {
      asked.push(`lift ${guide}`);
      return missing();
    },
    async revenue(guide) {
      asked.push(`revenue ${guide}`);
      return missing();
    },
    async pauses() {
      return { ok: true, value: [] };
    },
    async resume(guide) {
      asked.push(`resume ${guide}`);
      return { ok: true, value: null };
    },
    ...overrides,
  };
  return { ...createReports(client, NO_AHA), asked };
}

describe("people", () => {
  test("the next page joins on, nobody is listed twice", async () => {
    const { people } = reports();
    await people.report.load();
    await people.more();
    expect(people.shown.value.map(({ user }) => user)).toEqual(["ann", "bob", "cy"]);
    expect(people.report.value.value?.next).toBeNull();
  });

  test("are found by name or account, in any case", async () => {
    const { people } = reports();
    await people.report.load();
    people.find(" ACM");
    expect(people.shown.value.map(({ user }) => user)).toEqual(["ann"]);
  });

  test("those loaded stay when the next page fails", async () => {
    const { people } = reports({
      people: async (after) =>
        after === null
          ? { ok: true, value: page(["ann"], "ann") }
          : { ok: false, error: { code: "offline" } },
    });
    await people.report.load();
    await people.more();
    expect(people.moreError.value).toEqual({ code: "offline" });
    expect(people.shown.value).toHaveLength(1);
  });
});

test("features are asked for the chosen period", async () => {
  const { features, asked } = reports();
  await features.report.load();
  features.choosePeriod("90");
  expect(features.period.value).toBe("90");
  expect(asked).toEqual(["features 30", "features 90"]);
});

test("signals open with the first milestone over time and follow the choice", async () => {
  const { signals, asked } = reports();
  await signals.open();
  signals.choose("second");
  signals.choosePeriod("7");
  expect(signals.chosen.value?.name).toBe("Second");
  expect(asked).toEqual(["timeline first 30", "timeline second 30", "timeline second 7"]);
});

test("only milestones have a time and steps; every signal has values", async () => {
  const { signals, asked } = reports();
  await signals.open();
  signals.choose("third");
  expect(signals.chosen.value?.signal).toBe("first");
  signals.show("values");
  expect(signals.choices.value.map(({ signal }) => signal)).toEqual(["first", "second", "third"]);
  expect(signals.chosen.value?.signal).toBe("third");
  signals.show("steps");
  expect(signals.chosen.value?.signal).toBe("first");
  expect(asked.slice(1)).toEqual(["timeline first 30", "values third 30", "steps first"]);
});

test("the evidence in sight is of one person, and goes with the signal it is about", async () => {
  const { signals, asked } = reports();
  await signals.open();
  signals.show("values");
  signals.ask({ user: "ann", anonymous: true });
  expect(asked.at(-1)).toBe("evidence first ann true");
  signals.choose("second");
  expect(signals.somebody.value).toBeNull();
});

test("a view is asked for when it comes into sight, and adoption again for other groups", async () => {
  const { featureViews, peopleViews, adoption, asked } = reports();
  featureViews.show("adoption");
  adoption.group("segments");
  adoption.chooseLevel("tried");
  peopleViews.show("retention");
  peopleViews.show("activeDays");
  await peopleViews.load();
  expect(asked).toEqual([
    "adoption null",
    "adoption segments",
    "retention",
    "active days",
    "active days",
  ]);
});

test("guides open with a published one; a draft has no funnel to ask for", async () => {
  const { guides, asked } = reports();
  await guides.open();
  expect(guides.chosen.value?.id).toBe("live");
  guides.choose("draft");
  expect(guides.chosen.value?.id).toBe("draft");
  expect(asked).toEqual(["funnel live"]);
});

test("the targets of a guide are asked for when they are looked at, for the chosen period", async () => {
  const { guides, asked } = reports();
  await guides.open();
  guides.show("targets");
  guides.choosePeriod("7");
  guides.choose("live", "targets");
  expect(asked).toEqual(["funnel live", "targets live 30", "targets live 7", "targets live 7"]);
});

test("a paused guide is resumed once, and everything is asked for again", async () => {
  const { guides, asked } = reports();
  await guides.open();
  await Promise.all([guides.resume("live"), guides.resume("live")]);
  expect(asked).toEqual(["funnel live", "resume live", "funnel live"]);
  expect(guides.resumed.value).toBe(true);
});

test("a guide that could not be resumed says why", async () => {
  const { guides } = reports({
    resume: async () => ({ ok: false, error: { code: "forbidden", status: 403 } }),
  });
  await guides.open();
  await guides.resume("live");
  expect(guides.problem.value).toEqual({ code: "forbidden", status: 403 });
  expect(guides.resumed.value).toBe(false);
});
