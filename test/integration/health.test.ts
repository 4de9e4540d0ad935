import { describe, expect, it } from "vitest";
import type { HealthSettings } from "../../lib/model/health.ts";
import { DEFAULT_HEALTH } from "../../lib/model/health-defaults.ts";
import type { HealthOverview, StandingList } from "../../lib/model/health-report.ts";
import type { RevenueAtRisk } from "../../lib/model/revenue-at-risk.ts";
import { createHealthRunner } from "../../server/health/runner.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { feature, publish, put, signal } from "../support/documents.ts";
import { healthOf, useWeekly } from "../support/health.ts";
import { at, guided, signalled, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY_MS = 86_400_000;
const day = (offset: number) => new Date(NOW + offset * DAY_MS).toISOString().slice(0, 10);
const euros = (main: number) => ({ minor: main * 100, currency: "EUR" });

describe.each(ENGINES)("health on %s", (engine) => {
  const changes: string[] = [];
  const server = useServer(engine, { changed: (workspace) => changes.push(workspace) });
  const given = () => ({ accounts: accountsOf(server), health: healthOf(server) });

  it("H2 to H5, Z1, H20: an account's use is counted from its people's events, by account and day", async () => {
    const { accounts, health } = given();
    await put(server, "features", feature("reports"));
    await publish(server, "features", "reports");
    await put(server, "features", feature("exports"));
    await publish(server, "features", "exports");
    await accounts.put("acme", { seats: 4, touchModel: "low", mrr: euros(1000), owner: "ann" });
    await useWeekly(server, { account: "acme", feature: "reports", uses: [20, 20, 20, 20, 4] });
    await health.compute();
    const { standing, signals } = await health.read("acme");
    const measures = standing?.scores.flatMap((one) => one.measures) ?? [];
    const said = (kind: string) => measures.find((one) => one.kind === kind)?.measured;
    expect(said("trend")).toMatchObject({ score: 20, value: 4, of: 20 });
    expect(said("active-users")).toMatchObject({ score: 100, value: 2, of: 4 });
    // Of reports and exports one is used, 60 % are wanted.
    expect(said("breadth")).toMatchObject({ state: "known", value: 1, of: 2 });
    expect(standing?.segment.id).toBe("everyone");
    expect(standing?.usual).toMatchObject({ baseline: 20, current: 4, alert: 14 });
    expect(standing?.risk).toBe("high");
    expect(signals).toMatchObject([{ kind: "usage-drop", level: "high", source: "found" }]);
    expect(standing?.causes).toContainEqual({
      risk: "high",
      type: "signal",
      kind: "usage-drop",
      name: null,
    });
  });

  it("H4: an account that was imported and never seen is unknown, not red", async () => {
    const { accounts, health } = given();
    await accounts.put("quiet", { plan: "pro", seats: 50, mrr: euros(500) });
    await health.compute();
    const { standing, signals } = await health.read("quiet");
    expect(standing).toMatchObject({ score: null, risk: null, causes: [], reasons: [] });
    expect(signals).toEqual([]);
  });

  it("H20: late events, and people who change accounts, are counted anew", async () => {
    const { accounts, health } = given();
    await accounts.put("late", {});
    const uses = async (id: string) => (await health.read(id)).standing?.usual.weeks;
    await useWeekly(server, { account: "late", feature: "reports", uses: [10, 10] });
    await health.compute();
    expect(await uses("late")).toEqual([10, 10]);
    await useWeekly(server, { account: "late", feature: "reports", uses: [2, 0] });
    await health.compute();
    expect(await uses("late")).toEqual([12, 10]);

    await accounts.put("next", {});
    const context = { groupId: "next" };
    const moved = [0, 1].map((n) => used("reports", { userId: `late-${n}`, ...at(NOW), context }));
    await server.send(moved);
    server.time.now = NOW + 8 * DAY_MS;
    await health.compute();
    expect((await uses("late"))?.reduce((sum, one) => sum + one, 0)).toBe(0);
    expect((await uses("next"))?.slice(0, 2)).toEqual([12, 10]);
    server.time.now = NOW;
    await health.compute();
  });

  it("H7, H8: one row a day, and a limit is crossed on the second day", async () => {
    const { accounts, health } = given();
    const settings = await health.get<HealthSettings>("/v1/settings/health");
    const [onlyNumber] = [
      { kind: "attribute", weight: 1, attribute: "x", good: 100, bad: 0, freshDays: 90 },
    ];
    const profiles = [
      {
        id: "one",
        name: { en: "One" },
        when: {},
        scores: [{ id: "s", name: { en: "S" }, measures: [onlyNumber] }],
      },
    ];
    const definitions = { ...settings.definitions, profiles };
    const as = server.home.adminToken;
    await server.ask("/v1/settings/health", { method: "PUT", as, body: definitions });
    const risks: unknown[] = [];
    for (const [index, x] of [52, 49, 48.5].entries()) {
      server.time.now = NOW + index * DAY_MS;
      await accounts.put("banded", { custom: { x } });
      await health.compute();
      await health.compute();
      risks.push((await health.read("banded")).standing?.risk);
    }
    expect(risks).toEqual(["medium", "medium", "high"]);
    const { trend, standing } = await health.read("banded");
    expect(trend.map(({ score }) => score)).toEqual([52, 49, 48.5]);
    expect(standing?.riskSince).toBe(day(2));
    server.time.now = NOW;
    await server.ask("/v1/settings/health", { method: "PUT", as, body: DEFAULT_HEALTH });
  });

  it("H14, Z7: shares of an account's people for whom a signal holds", async () => {
    const { accounts, health } = given();
    await put(server, "signals", signal("lost", "reports"));
    await publish(server, "signals", "lost");
    await accounts.put("shares", {});
    const context = { groupId: "shares" };
    await server.send([
      signalled("lost", true, { userId: "s1", context }),
      signalled("lost", false, { userId: "s2", context }),
    ]);
    const on = { type: "signal", signal: "lost", share: 50 };
    const watches = [{ id: "many-lost", kind: "custom", level: "high", on }];
    const churn = { ...DEFAULT_HEALTH.churn, watches };
    const as = server.home.adminToken;
    const body = { ...DEFAULT_HEALTH, churn };
    expect((await server.ask("/v1/settings/health", { method: "PUT", as, body })).status).toBe(200);
    await health.compute();
    expect((await health.read("shares")).signals).toMatchObject([
      { kind: "custom", name: "many-lost", detail: { holding: 1, known: 2 } },
    ]);
    await server.ask("/v1/settings/health", { method: "PUT", as, body: DEFAULT_HEALTH });
  });

  it("H21: what people answered to NPS questions counts, unless something newer was imported", async () => {
    const { accounts, health } = given();
    await accounts.put("asked", {});
    const answer = (userId: string, value: number, ms: number) =>
      guided(
        "answered",
        { guide: "survey", version: 1, step: "nps", answer: { type: "nps", value } },
        { userId, context: { groupId: "asked" }, ...at(ms) },
      );
    await server.send([
      answer("q1", 9, NOW - 3000),
      answer("q1", 3, NOW - 2000),
      answer("q2", 4, NOW - 1000),
    ]);
    await health.compute();
    const low = () =>
      health.read("asked").then(({ signals }) => signals.filter(({ endedAt }) => endedAt === null));
    expect(await low()).toMatchObject([{ kind: "low-nps", detail: { value: 3.5, limit: 6 } }]);
    await accounts.put("asked", { custom: { nps: 9 } });
    await health.compute();
    expect(await low()).toEqual([]);
  });

  it("H9: a change is told at once, reading is none", async () => {
    const { accounts, health } = given();
    changes.length = 0;
    await accounts.put("told", {});
    await health.say("told-1", { account: "told", kind: "bad-release" });
    const after = changes.length;
    await health.read("told");
    await health.compute();
    expect(after).toBe(2);
    expect(changes).toEqual([server.home.workspace, server.home.workspace]);
  });

  it("H1: definitions that cannot hold are refused with the field and what is allowed", async () => {
    const as = server.home.adminToken;
    const write = (body: object, headers = {}) =>
      server.ask<{ error: { problems: object[] } }>("/v1/settings/health", {
        method: "PUT",
        as,
        body,
        headers,
      });
    const [first, ...others] = DEFAULT_HEALTH.profiles;
    const strange = {
      ...DEFAULT_HEALTH,
      profiles: [{ ...first, when: { stages: ["nowhere"] } }, ...others],
    };
    const { status, body } = await write(strange);
    expect(status).toBe(400);
    expect(body.error.problems).toMatchObject([
      {
        path: "profiles[0].when.stages[0]",
        found: '"nowhere"',
        allowed: expect.stringContaining("onboarding"),
      },
    ]);
    expect((await write(DEFAULT_HEALTH, { "If-Match": '"999"' })).status).toBe(412);
    const viewer = await server.ask("/v1/settings/health", {
      method: "PUT",
      as: server.home.writeKey,
      body: DEFAULT_HEALTH,
    });
    expect(viewer.status).toBe(403);
  });

  it("Z9: what was found ends when it does not hold, and comes back as another one", async () => {
    const { accounts, health } = given();
    const say = async (nps: number) => {
      await accounts.put("moody", { custom: { nps } });
      await health.compute();
      return (await health.read("moody")).signals.map(({ kind, endedAt }) => [
        kind,
        endedAt === null,
      ]);
    };
    expect(await say(3)).toEqual([["low-nps", true]]);
    expect(await say(4)).toEqual([["low-nps", true]]);
    expect(await say(9)).toEqual([["low-nps", false]]);
    server.time.now = NOW + 1000;
    expect(await say(2)).toEqual([
      ["low-nps", true],
      ["low-nps", false],
    ]);
    server.time.now = NOW;
  });

  it("Z11, Z12: revenue at risk, and whom to look at first", async () => {
    const { accounts, health } = given();
    await accounts.put("big", { mrr: euros(2000), owner: "bob", renewal: day(40) });
    await health.say("big-1", { account: "big", kind: "bake-off", level: "high" });
    await health.compute();
    const overview = await health.get<HealthOverview>("/v1/query/health");
    expect(overview.attention.slice(0, 2).map(({ id }) => id)).toEqual(["big", "acme"]);
    const revenue = await health.get<RevenueAtRisk>("/v1/query/revenue-at-risk");
    expect(revenue.owner.find(({ group }) => group === "bob")).toMatchObject({
      arr: 2_400_000,
      high: 2_400_000,
      expected: 1_200_000,
    });
    expect(revenue.month.find(({ group }) => group === day(40).slice(0, 7))?.high).toBe(2_400_000);
    await health.open("big");
    const after = await health.get<HealthOverview>("/v1/query/health");
    expect(after.attention[0]?.id).toBe("acme");
    const list = await health.get<StandingList>("/v1/query/health/accounts?risk=high&limit=1");
    expect(list).toMatchObject({ items: [{ id: "big" }], total: overview.risks.high });
    const next = await health.get<StandingList>(
      `/v1/query/health/accounts?risk=high&limit=1&after=${list.next}`,
    );
    expect(next.items[0]?.id).toBe("acme");
  });

  it("H9, J12: a runner does what was missed, and nothing twice on a day; what follows from it comes after each pass", async () => {
    const { accounts, health } = given();
    await accounts.put("nightly", {});
    const { db, newId, log } = server.deps;
    const time = { now: NOW + 3 * DAY_MS };
    const followed: (number | undefined)[] = [];
    const passed = async () => {
      followed.push((await health.read("nightly")).standing?.at);
    };
    const run = async () => {
      const ending = new AbortController();
      const clock = () => time.now;
      const runner = createHealthRunner({ db, newId, log, clock, passed }, ending.signal);
      await runner.resume();
      await runner.settled();
      ending.abort();
      return (await health.read("nightly")).standing?.at;
    };
    expect(await run()).toBe(NOW + 3 * DAY_MS);
    time.now += 3_600_000;
    expect(await run()).toBe(NOW + 3 * DAY_MS);
    time.now += DAY_MS;
    expect(await run()).toBe(time.now);
    expect(followed).toEqual([NOW + 3 * DAY_MS, time.now]);
  });

  it("H9: of two passes at a time each day is counted once", async () => {
    const { accounts, health } = given();
    await accounts.put("twice", { seats: 4 });
    await useWeekly(server, { account: "twice", feature: "reports", uses: [3, 3, 3, 3, 3] });
    await Promise.all(Array.from({ length: 4 }, () => health.compute()));
    const [counted] = await server.db.transaction(server.home.workspace, (sql) =>
      sql.query("SELECT sum(uses) AS uses FROM account_feature_days WHERE account_id = 'twice'"),
    );
    expect(counted).toEqual({ uses: 15 });
  });

  it("H9: nothing is worked out of customers who have left", async () => {
    const { accounts, health } = given();
    await accounts.put("gone", { churnedOn: day(-1), mrr: euros(1) });
    await health.compute();
    expect((await health.read("gone")).standing).toBeNull();
  });
});
