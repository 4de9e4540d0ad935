import { describe, expect, it } from "vitest";
import type { AccountChanges } from "../../lib/model/account-change.ts";
import type { RiskCase, RiskCaseDetail } from "../../lib/model/risk-case.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { healthOf } from "../support/health.ts";
import { useServer } from "../support/server.ts";

interface Refusal {
  error: { message: string; problems?: { path: string; allowed: string }[] };
}

describe.each(ENGINES)("risk cases on %s", (engine) => {
  const server = useServer(engine);
  const as = () => server.home.adminToken;
  const refused = async (path: string, body: object, headers = {}) => {
    const answer = await server.ask<Refusal>(path, { method: "POST", as: as(), body, headers });
    return { status: answer.status, paths: answer.body.error.problems?.map(({ path }) => path) };
  };

  it("Z13 to Z16: from a sign to a churn note; another CSM finds all of it", async () => {
    const health = healthOf(server);
    await accountsOf(server).put("acme", { owner: "ann" });
    await health.say("sign", {
      account: "acme",
      kind: "champion-left",
      level: "high",
      note: "Left for a rival",
    });
    expect((await health.read("acme")).standing?.risk).toBe("high");
    const { id, causes } = await health.open("acme");
    expect(causes).toMatchObject([{ type: "signal", kind: "champion-left" }]);
    const path = `/v1/risk-cases/${id}/change`;
    expect(await refused(path, { plan: "Meet the new one" })).toEqual({
      status: 400,
      paths: ["type", "cause"],
    });
    await health.change(id, { type: "client", cause: "The champion left" });
    await health.change(id, { plan: "Meet the new one", people: ["ann", "Their CTO"] });
    const task = await server.ask(`/v1/risk-cases/${id}/tasks`, {
      method: "POST",
      as: as(),
      body: { title: "Call the CTO", owner: "ann", due: "2026-04-01" },
    });
    expect(task).toMatchObject({
      status: 201,
      body: { source: "risk", cause: id, account: "acme" },
    });

    const to = { from: "ann", to: "bob" };
    await server.ask("/v1/accounts/reassign", { method: "POST", as: as(), body: to });
    const seen = await health.read("acme");
    expect(seen.case).toMatchObject({ id, step: "planned", people: ["ann", "Their CTO"] });
    expect(await health.get<RiskCaseDetail>(`/v1/risk-cases/${id}`)).toMatchObject({
      tasks: [{ title: "Call the CTO", owner: "bob" }],
      acts: [{ after: { plan: "Meet the new one" } }, { before: { type: null } }, { before: null }],
    });

    await health.change(id, { done: true });
    expect(await refused(path, { outcome: "averted" })).toEqual({
      status: 400,
      paths: ["churnNote"],
    });
    const note = "Two champions from now on";
    const closed = await health.change(id, { outcome: "averted", churnNote: note });
    expect(closed).toMatchObject({ step: "closed", churnNote: note, closedAt: server.time.now });
    expect((await refused(path, { cause: "Another" })).status).toBe(409);
    expect(await health.read("acme")).toMatchObject({ case: null, closedCases: 1 });
    const history = await health.get<AccountChanges>("/v1/accounts/acme/changes?limit=500");
    expect(history.items.filter(({ what }) => what === "risk-case")).toHaveLength(5);
    expect(history.items.filter(({ what }) => what === "churn-signal")).toHaveLength(1);
  });

  it("Z17: closing a case as churned says since when they are no customer", async () => {
    const health = healthOf(server);
    const accounts = accountsOf(server);
    const close = async (account: string, more: object = {}) => {
      const { id } = await health.open(account);
      await health.change(id, { type: "business", cause: "Bought by a rival" });
      const path = `/v1/risk-cases/${id}/change`;
      expect(await refused(path, { churnedOn: "2026-01-02" })).toEqual({
        status: 400,
        paths: ["churnedOn"],
      });
      await health.change(id, { outcome: "churned", churnNote: "Nothing to be done", ...more });
      return (await accounts.read(account)).churnedOn;
    };
    await accounts.put("gone", {});
    await accounts.put("gone-before", { churnedOn: "2026-01-01" });
    const today = new Date(server.time.now).toISOString().slice(0, 10);
    expect(await close("gone")).toBe(today);
    expect(await close("gone-before")).toBe("2026-01-01");
    await accounts.put("gone-on", { churnedOn: "2026-01-01" });
    expect(await close("gone-on", { churnedOn: "2026-02-03" })).toBe("2026-02-03");
    const history = await health.get<AccountChanges>("/v1/accounts/gone-on/changes?limit=500");
    expect(history.items).toContainEqual(
      expect.objectContaining({ subject: "churnedOn", before: "2026-01-01", after: "2026-02-03" }),
    );
  });

  it("Z13, R83: one open case an account; a lost update is refused", async () => {
    const health = healthOf(server);
    await accountsOf(server).put("once", {});
    const { id } = await health.open("once");
    const again = await server.ask<{ error: object }>("/v1/risk-cases", {
      method: "POST",
      as: server.home.adminToken,
      body: { account: "once", level: "medium" },
    });
    expect(again.status).toBe(409);
    expect(again.body.error).toMatchObject({ rule: "caseOpen", params: { id } });
    await health.change(id, { level: "medium" });
    const path = `/v1/risk-cases/${id}/change`;
    expect((await refused(path, { level: "high" }, { "If-Match": '"1"' })).status).toBe(412);
    expect((await refused("/v1/risk-cases", { account: "nobody", level: "high" })).status).toBe(
      404,
    );
  });

  it("Z8: many signs at once, each whole or refused with its field", async () => {
    await accountsOf(server).put("many", {});
    const signals = [
      { id: "a", account: "many", kind: "late-payment", level: "high" },
      { id: "b", account: "many", kind: "custom" },
      { id: "c", account: "nobody", kind: "bake-off" },
      { id: "a", account: "many", kind: "late-payment", endedAt: server.time.now },
    ];
    const answer = await server.ask<{ items: object[] }>("/v1/churn-signals", {
      method: "POST",
      as: as(),
      body: { signals },
    });
    expect(answer.body.items).toMatchObject([
      { outcome: "kept" },
      { outcome: "refused", problems: [{ path: "name" }] },
      { outcome: "refused", problems: [{ path: "account" }] },
      { outcome: "kept" },
    ]);
    const { signals: kept } = await healthOf(server).read("many");
    expect(kept).toMatchObject([{ id: "a", endedAt: server.time.now, source: "import" }]);
  });

  it("Z8: what Waymark found is not taken back by hand", async () => {
    const health = healthOf(server);
    await accountsOf(server).put("found", { custom: { nps: 1 } });
    await health.compute();
    const [sign] = (await health.read("found")).signals;
    const body = { account: "found", kind: "low-nps" };
    const answer = await server.ask(`/v1/churn-signals/${sign?.id}`, {
      method: "PUT",
      as: as(),
      body,
    });
    expect(answer.status).toBe(409);
  });

  it("a viewer sees cases and changes none", async () => {
    const made = await server.ask<{ secret: string }>("/v1/tokens", {
      method: "POST",
      as: as(),
      body: { name: "Looks only", role: "viewer" },
    });
    const viewer = made.body.secret;
    const list = await server.ask<{ items: RiskCase[] }>("/v1/risk-cases?state=any", {
      as: viewer,
    });
    expect(list.body.items.length).toBeGreaterThan(0);
    const body = { account: "many", level: "high" };
    expect((await server.ask("/v1/risk-cases", { method: "POST", as: viewer, body })).status).toBe(
      403,
    );
    expect((await server.ask("/v1/health/compute", { method: "POST", as: viewer })).status).toBe(
      403,
    );
  });
});
