import { describe, expect, it } from "vitest";
import type { AccountReview } from "../../lib/model/account-review.ts";
import type { EffectReport, GuideRevenue, PlaybookEffect } from "../../lib/model/effect.ts";
import type { PlaybookRuns } from "../../lib/model/playbook-report.ts";
import { countDays } from "../../server/health/count-days.ts";
import { addDays } from "../../server/numbers/calendar.ts";
import { passPlaybooks } from "../../server/playbook/pass.ts";
import { ENGINES } from "../support/database.ts";
import { feature, guide, publish, put, signal } from "../support/documents.ts";
import { at, type Fields, guided, used, viewed } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const TODAY = new Date(NOW).toISOString().slice(0, 10);
const ago = (days: number) => addDays(TODAY, -days);

describe.each(ENGINES)("effect on %s", (engine) => {
  const server = useServer(engine);

  async function workspace() {
    const { adminToken: as, writeKey, workspace: id } = await server.newWorkspace();
    const call = async (method: string, path: string, body: object) => {
      const answer = await server.ask(path, { method, as, body });
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    };
    const customers = (accounts: { id: string; churnedOn?: string }[]) =>
      call("POST", "/v1/accounts", {
        accounts: accounts.map((one) => ({
          ...one,
          plan: "pro",
          mrrHistory: [{ since: ago(400), minor: 10_000, currency: "EUR" }],
        })),
      });
    return {
      as,
      id,
      call,
      customers,
      send: (messages: Fields[]) => server.send(messages, writeKey),
      count: () => countDays(server.deps, id, NOW),
      ask: async <T>(path: string) => (await server.ask<T>(path, { as })).body,
    };
  }

  it("N16, N17, N18: accounts that were met beside others like them", async () => {
    const { customers, call, ask } = await workspace();
    const left = (name: string, at: number, of: number) => ({
      id: `${name}${at}`,
      ...(at < of ? { churnedOn: ago(20) } : {}),
    });
    await customers([
      ...Array.from({ length: 30 }, (_, at) => left("met", at, 2)),
      ...Array.from({ length: 30 }, (_, at) => left("not", at, 15)),
    ]);
    for (let at = 0; at < 30; at++) {
      const met = { kind: "meeting", at: NOW - 75 * DAY };
      await call("PUT", `/v1/accounts/met${at}/touches/m${at}`, met);
    }
    await call("PUT", "/v1/accounts/not0/touches/planned", {
      kind: "meeting",
      state: "missed",
      at: NOW - 75 * DAY,
    });
    const told = await ask<EffectReport>("/v1/query/effect?of=meeting&lag=60");
    expect(told).toMatchObject({
      of: "meeting",
      customers: 60,
      treated: 30,
      window: { from: ago(90), to: ago(61) },
      after: { to: ago(1) },
    });
    const [kept, mrr] = told.outcomes;
    expect(kept).toMatchObject({ what: "kept", treated: 30, controls: 30, verdict: "more" });
    expect(kept?.difference?.value).toBeCloseTo(13 / 30, 10);
    expect(mrr?.difference?.value).toBeCloseTo((10_000 * 13) / 30, 6);
    expect(told.incremental?.value).toBeCloseTo(130_000, 4);
    const reviews = await ask<EffectReport>("/v1/query/effect?of=review&lag=60");
    expect(reviews).toMatchObject({ treated: 0, incremental: null });
    expect(reviews.outcomes[0]?.verdict).toBe("few");
  });

  it("N16, N17: usage before says who is like whom, and its change is an outcome", async () => {
    const { customers, call, send, count, ask } = await workspace();
    await customers(["a", "b", "c", "d", "e", "f"].map((id) => ({ id })));
    const uses = (account: string, times: number, day: number) =>
      Array.from({ length: times }, (_, n) =>
        used("save", {
          userId: `of ${account}`,
          context: { groupId: account },
          ...at(NOW - day * DAY - n),
        }),
      );
    // Two each use nothing, little and much before; then only the called one of those who use much uses more.
    await send([
      ...uses("c", 2, 100),
      ...uses("d", 2, 100),
      ...uses("e", 9, 100),
      ...uses("f", 9, 100),
      ...uses("e", 12, 5),
      ...uses("f", 9, 5),
    ]);
    await count();
    for (const id of ["c", "e"]) {
      await call("PUT", `/v1/accounts/${id}/touches/t${id}`, { kind: "call", at: NOW - 70 * DAY });
    }
    const told = await ask<EffectReport>("/v1/query/effect?of=meeting&lag=60");
    const usage = told.outcomes.find(({ what }) => what === "usage");
    expect(usage).toMatchObject({ treated: 2, controls: 2, unmatched: 0, verdict: "few" });
    expect(usage?.means).toEqual({ treated: 0.5, controls: -1 });
  });

  it("N24: accounts for which a playbook fired, beside others like them, or those held out", async () => {
    const { as, id, customers, call, ask } = await workspace();
    const playbook = (holdout?: number) => ({
      name: "P",
      when: { type: "attribute", of: "account", name: "custom.fires", op: "eq", value: true },
      actions: [{ type: "alert", title: "A", level: "info" }],
      ...(holdout && { holdout }),
    });
    await customers(Array.from({ length: 120 }, (_, at) => ({ id: `c${at}` })));
    for (let at = 0; at < 80; at++)
      await call("PUT", `/v1/accounts/c${at}`, { custom: { fires: true } });
    const pass = async (name: string, holdout?: number) => {
      await call("PUT", `/v1/playbooks/${name}`, playbook(holdout));
      await call("POST", `/v1/playbooks/${name}/resume`, {});
      await passPlaybooks({ ...server.deps, clock: () => NOW - 75 * DAY }, id);
      return ask<PlaybookRuns>(`/v1/playbook-runs?playbook=${name}&limit=200`);
    };
    await pass("alone");
    const { items } = await pass("held", 0.5);
    const held = items.filter(({ heldOut }) => heldOut).map(({ account }) => account);
    for (const account of held.slice(0, 15)) {
      await call("PUT", `/v1/accounts/${account}`, { churnedOn: ago(20) });
    }
    const alone = await ask<PlaybookEffect>("/v1/query/playbooks/alone/effect?lag=60");
    expect(alone).toMatchObject({ against: "matched", treated: 80, window: { to: ago(61) } });
    expect(alone.outcomes[0]).toMatchObject({ what: "kept", treated: 80, controls: 40 });
    const against = await ask<PlaybookEffect>("/v1/query/playbooks/held/effect?lag=60");
    expect(against).toMatchObject({ against: "holdout", mismatch: false, open: 0 });
    const [kept] = against.outcomes;
    expect(kept).toMatchObject({
      treated: 80 - held.length,
      controls: held.length,
      verdict: "more",
    });
    expect(kept?.difference?.value).toBeCloseTo(15 / held.length, 10);
    const lately = await ask<PlaybookEffect>("/v1/query/playbooks/held/effect?lag=90");
    expect(lately).toMatchObject({ open: 80, incremental: null });
    const { status } = await server.ask("/v1/query/playbooks/none/effect", { as });
    expect(status).toBe(404);
  });

  it("N15: a guide's accounts beside those held out, each from the day it met the experiment", async () => {
    const { as, customers, send, ask } = await workspace();
    const experiment = {
      id: "e",
      name: "E",
      seed: "s",
      unit: "account",
      coverage: 1,
      holdout: 0.5,
    };
    for (const [kind, body] of [
      ["features", feature("save")],
      ["signals", signal("active", "save")],
      ["experiments", experiment],
      ["guides", guide("tour", { experiment: "e", goal: "active", trigger: { start: "auto" } })],
      ["guides", guide("other")],
    ] as const) {
      await put(server, kind, body, { as });
      await publish(server, kind, body.id, { as });
    }
    await customers(
      Array.from({ length: 60 }, (_, n) => ({
        id: `a${n}`,
        ...(n >= 30 && n < 40 ? { churnedOn: ago(40) } : {}),
      })),
    );
    await send(
      Array.from({ length: 60 }, (_, n) =>
        viewed("e", n < 30 ? "guide" : "holdout", {
          userId: `u${n}`,
          context: { groupId: `a${n}` },
          ...at(NOW - (n === 0 ? 5 : 100) * DAY),
        }),
      ),
    );
    const told = await ask<GuideRevenue>("/v1/query/guides/tour/revenue?lag=90");
    expect(told).toMatchObject({ missing: null, open: 1, mismatch: false });
    expect(told.outcomes[0]).toMatchObject({ what: "kept", treated: 29, controls: 30 });
    expect(told.outcomes[0]?.verdict).toBe("more");
    expect(told.incremental?.value).toBeCloseTo(29 * (100_000 / 30), 4);
    const none = await ask<GuideRevenue>("/v1/query/guides/other/revenue");
    expect(none).toMatchObject({ missing: "experiment", outcomes: [] });
  });

  it("N23: an account review: activity by week, contacts, tasks and answers of the period", async () => {
    const { call, send, ask } = await workspace();
    await call("PUT", "/v1/accounts/acme", { name: "Acme", stage: "value" });
    const from = { context: { groupId: "acme" } };
    await send([
      used("save", { userId: "ann", ...from, ...at(NOW - 2 * DAY) }),
      used("save", { userId: "ann", ...from, ...at(NOW - 3 * DAY) }),
      used("save", { userId: "bob", ...from, ...at(NOW - 3 * DAY) }),
      used("save", { userId: "eve", context: { groupId: "other" }, ...at(NOW - 3 * DAY) }),
      guided(
        "answered",
        { guide: "nps", version: 1, step: "s", answer: { type: "nps", value: 10 } },
        { userId: "ann", ...from },
      ),
    ]);
    await call("PUT", "/v1/accounts/acme/touches/c", { kind: "call", at: NOW - DAY });
    await call("PUT", "/v1/accounts/acme/touches/n", { kind: "note", text: "Among ourselves." });
    await call("PUT", "/v1/accounts/acme/touches/old", { kind: "call", at: NOW - 200 * DAY });
    await call("PUT", "/v1/tasks/t", { account: "acme", title: "Show exports" });
    const told = await ask<AccountReview>("/v1/query/accounts/acme/review?weeks=4");
    expect(told.stage).toMatchObject({ en: "Value" });
    expect(told.weeks).toHaveLength(4);
    expect(told.weeks.at(-1)).toEqual({ from: ago(7), people: 2, days: 3 });
    expect(told.weeks[0]).toMatchObject({ people: 0, days: 0 });
    expect(told.touches.map(({ id }) => id)).toEqual(["c"]);
    expect(told.openTasks.map(({ title }) => title)).toEqual(["Show exports"]);
    expect(told.answers).toEqual([{ type: "nps", answers: 1, score: 100 }]);
  });
});
