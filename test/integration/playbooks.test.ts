import { createHmac } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { AccountChanges } from "../../lib/model/account-change.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import { inactiveFeature } from "../../lib/model/ready-playbooks.ts";
import type { TaskList } from "../../lib/model/task.ts";
import { createForwarder, type Forwarder } from "../../server/forward/forwarder.ts";
import { passPlaybooks } from "../../server/playbook/pass.ts";
import { accountsOf } from "../support/accounts.ts";
import { startCollector } from "../support/collector.ts";
import { ENGINES } from "../support/database.ts";
import { at, used } from "../support/messages.ts";
import { sendTo } from "../support/outbound.ts";
import { playbooksOf } from "../support/playbooks.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;

/** Holds for accounts with this plan. */
const ofPlan = (plan: string, more: Partial<Playbook> = {}): Playbook => ({
  name: plan,
  when: { type: "attribute", of: "account", name: "plan", op: "eq", value: plan },
  coolDown: "1d",
  actions: [
    { type: "task", title: "Call {{account.name|them}}", dueDays: 2 },
    { type: "alert", title: "{{account.name|An account}} is {{account.plan|?}}", level: "warning" },
  ],
  ...more,
});

describe.each(ENGINES)("playbooks on %s", (engine) => {
  let forwarder: Forwarder | undefined;
  const ending = new AbortController();
  const server = useServer(engine, { stored: (workspace) => forwarder?.wake(workspace) });
  afterAll(() => ending.abort());
  const given = () => ({ accounts: accountsOf(server), playbooks: playbooksOf(server) });
  const onDay = async (day: number) => {
    server.time.now = NOW + day * DAY;
    return playbooksOf(server).check();
  };
  const tasksOf = async (account: string) => {
    const as = server.home.adminToken;
    const { body } = await server.ask<TaskList>(`/v1/tasks?state=any&account=${account}`, { as });
    return body.items;
  };

  it("J3, J4, J8, J15: a week that was bad every day makes a task and an alert, once, however often it is looked at", async () => {
    const { accounts, playbooks } = given();
    await accounts.put("acme", { name: "Acme", plan: "seven", owner: "ann" });
    await accounts.put("away", { name: "Away", plan: "seven" });
    await playbooks.run("seven", ofPlan("seven", { wait: "7d" }));
    for (const day of [0, 1, 2, 3]) await onDay(day);
    await accounts.put("away", { plan: "other" });
    await onDay(4);
    await accounts.put("away", { plan: "seven" });
    await onDay(5);
    expect(await playbooks.runs("seven")).toEqual([]);
    expect(await playbooks.waiting("seven")).toMatchObject([
      { account: "acme", since: NOW, dueAt: NOW + 7 * DAY },
      { account: "away", since: NOW + 5 * DAY, dueAt: NOW + 12 * DAY },
    ]);
    await onDay(7);
    await onDay(7);
    await onDay(11);
    const [run, ...more] = await playbooks.runs("seven");
    expect(more).toEqual([]);
    expect(run).toMatchObject({
      account: "acme",
      since: NOW,
      at: NOW + 7 * DAY,
      why: [{ type: "attribute", holds: true, values: { name: "plan", found: "seven" } }],
      results: [{ error: null }, { error: null }],
    });
    const due = new Date(NOW + 9 * DAY).toISOString().slice(0, 10);
    expect(await tasksOf("acme")).toMatchObject([
      { title: "Call Acme", owner: "ann", due, source: "playbook", cause: run?.id },
    ]);
    const [alert] = await playbooks.alerts("acme");
    expect(alert).toMatchObject({ title: "Acme is seven", level: "warning", run: run?.id });
    await playbooks.send("POST", `/v1/alerts/${alert?.id}/close`);
    expect(await playbooks.alerts("acme")).toEqual([]);
    await playbooks.send("POST", `/v1/alerts/${alert?.id}/reopen`);
    expect(await playbooks.alerts("acme")).toEqual([{ ...alert, name: "Acme" }]);
    await onDay(12);
    expect((await playbooks.runs("seven")).map(({ account }) => account)).toEqual(["away", "acme"]);
  });

  it("J5, J7: two servers that look at once act once; a new cause is acted on after the rest", async () => {
    const { accounts, playbooks } = given();
    await accounts.put("twice", { plan: "two" });
    await playbooks.run("two", ofPlan("two", { coolDown: "10d" }));
    server.time.now = NOW;
    const { workspace } = server.home;
    await Promise.all([1, 2, 3].map(() => passPlaybooks(server.deps, workspace)));
    expect(await playbooks.runs("two")).toHaveLength(1);
    await accounts.put("twice", { plan: "other" });
    await onDay(1);
    await accounts.put("twice", { plan: "two" });
    await onDay(2);
    expect(await playbooks.runs("two")).toHaveLength(1);
    await onDay(10);
    expect(await playbooks.runs("two")).toMatchObject([{ since: NOW + 2 * DAY }, { since: NOW }]);
  });

  it("J7: what fails half way leaves nothing behind, and is done whole the next time", async () => {
    const { accounts, playbooks } = given();
    await accounts.put("broken", { plan: "half" });
    await playbooks.run("half", ofPlan("half"));
    const ids = ["0199aaaa-0000-7000-8000-000000000001"];
    const newId = () => {
      const id = ids.pop();
      if (!id) throw new Error("the power went");
      return id;
    };
    server.time.now = NOW;
    const failing = passPlaybooks({ ...server.deps, newId }, server.home.workspace);
    await expect(failing).rejects.toThrow("the power went");
    expect(await tasksOf("broken")).toEqual([]);
    expect(await playbooks.waiting("half")).toEqual([]);
    await onDay(0);
    expect(await playbooks.runs("half")).toHaveLength(1);
    expect(await tasksOf("broken")).toHaveLength(1);
  });

  it("J6: a new playbook is paused, and one that is paused for an account looks and does nothing there", async () => {
    const { accounts, playbooks } = given();
    await accounts.put("p1", { plan: "paused" });
    await accounts.put("p2", { plan: "paused" });
    expect(await playbooks.put("paused", ofPlan("paused"))).toMatchObject({ paused: true });
    await playbooks.pause("paused", "p2");
    await onDay(0);
    expect(await playbooks.runs("paused")).toEqual([]);
    await playbooks.resume("paused");
    await onDay(1);
    expect((await playbooks.runs("paused")).map(({ account }) => account)).toEqual(["p1"]);
    await playbooks.resume("paused", "p2");
    await onDay(2);
    expect(await playbooks.runs("paused")).toMatchObject([{ account: "p2", since: NOW }, {}]);
    const acts = await playbooks.send<{ items: { act: string; account: string | null }[] }>(
      "GET",
      "/v1/playbooks/paused/acts",
    );
    expect(acts.items.map(({ act, account }) => [act, account])).toEqual([
      ["resumed", "p2"],
      ["resumed", null],
      ["paused", "p2"],
      ["written", null],
    ]);
  });

  it("J8: another CSM and a segment, also where a person had corrected them, written down as a change", async () => {
    const { accounts, playbooks } = given();
    await accounts.put("mine", { plan: "assign", owner: "junior" }, "?as=hand");
    const actions: Playbook["actions"] = [
      { type: "assign", owner: "senior" },
      { type: "attribute", name: "care", value: "high" },
      { type: "webhook", forward: "nowhere" },
    ];
    await playbooks.run("assign", ofPlan("assign", { actions }));
    await onDay(0);
    expect(await accounts.read("mine")).toMatchObject({
      owner: "senior",
      custom: { care: "high" },
    });
    const [run] = await playbooks.runs("assign");
    expect(run?.results).toEqual([
      { type: "assign", done: "senior", error: null },
      { type: "attribute", done: "high", error: null },
      {
        type: "webhook",
        done: null,
        error: 'There is no forward "nowhere".',
        problem: expect.objectContaining({ path: "forward", rule: "target" }),
      },
    ]);
    const as = server.home.adminToken;
    const { body } = await server.ask<AccountChanges>("/v1/accounts/mine/changes", { as });
    expect(body.items).toContainEqual(
      expect.objectContaining({ subject: "owner", before: "junior", after: "senior" }),
    );
  });

  it("J8: a webhook is signed, tried again with the same id until it is taken, and gets nothing but playbooks", async () => {
    const { accounts, playbooks } = given();
    const sending = { ...server.deps, random: () => 1, send: sendTo(ending.signal) };
    forwarder = createForwarder(sending, ending.signal);
    const collector = await startCollector();
    const target = { url: collector.url, kind: "cloudevents", sign: true, takes: "playbooks" };
    const path = "/v1/forwards/hook";
    await playbooks.send("PUT", path, { ...target, secret: "between us" });
    await server.send([used("save")]);
    await accounts.put("hooked", { name: "Hooked", plan: "hook" });
    const actions: Playbook["actions"] = [{ type: "webhook", forward: "hook" }];
    await playbooks.run("hook", ofPlan("hook", { actions }));
    collector.answers.unshift({ status: 503 });
    await onDay(0);
    await forwarder.settled();
    await playbooks.send("PUT", path, target);
    await forwarder.settled();
    await collector.close();
    const [first, second, ...more] = collector.requests;
    expect(more).toEqual([]);
    const [run] = await playbooks.runs("hook");
    expect(second?.body).toMatchObject({
      id: `${run?.id}.0`,
      data: { event: "Playbook Fired", properties: { account: "hooked", playbook: "hook" } },
    });
    expect(first?.body).toEqual(second?.body);
    const headers = second?.headers ?? {};
    expect(headers.authorization).toBeUndefined();
    const signedText = `${run?.id}.0.${NOW / 1000}.${JSON.stringify(second?.body)}`;
    const code = createHmac("sha256", "between us").update(signedText).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${code}`);
  });

  it("J14: for accounts that are held out it is remembered that it fired, and nothing is done", async () => {
    const { accounts, playbooks } = given();
    for (let n = 0; n < 40; n++) await accounts.put(`arm-${n}`, { plan: "arms" });
    await playbooks.run("arms", ofPlan("arms", { holdout: 0.5 }));
    await onDay(0);
    const runs = await playbooks.runs("arms");
    expect(runs).toHaveLength(40);
    const arms = new Map(runs.map(({ account, heldOut }) => [account, heldOut]));
    expect(new Set(arms.values())).toEqual(new Set([true, false]));
    for (const { account, heldOut, results } of runs) {
      expect([account, results.length]).toEqual([account, heldOut ? 0 : 2]);
      expect(await tasksOf(account)).toHaveLength(heldOut ? 0 : 1);
    }
    for (let n = 0; n < 9; n++) await accounts.put(`arm-${n}`, { plan: "other" });
    await onDay(2);
    for (let n = 0; n < 9; n++) await accounts.put(`arm-${n}`, { plan: "arms" });
    await onDay(4);
    const again = (await playbooks.runs("arms")).slice(0, 9);
    for (const { account, heldOut } of again) expect(heldOut).toBe(arms.get(account));
    expect(again[0]?.at).toBe(NOW + 4 * DAY);
  });

  it("J9, J11: a feature that nobody used for a week: tried on the past it fires as it would have", async () => {
    const { accounts, playbooks } = given();
    server.time.now = NOW;
    const uses = (account: string, days: number[]) =>
      days.map((day) =>
        used("reports", {
          userId: `${account}-1`,
          context: { groupId: account },
          ...at(NOW - day * DAY),
        }),
      );
    await server.send([
      ...uses("stopped", [30, 25, 20]),
      ...uses("goes-on", [30, 24, 18, 12, 6, 0]),
    ]);
    await accounts.put("never", {});
    const tried = await playbooks.attempt(inactiveFeature("reports"), 60);
    expect(tried.accounts).toBeGreaterThan(2);
    expect(
      tried.fires.map(({ account, at: time }) => [account, Math.round((NOW - time) / DAY)]),
    ).toEqual([["stopped", 13]]);
    await playbooks.run("inactive", inactiveFeature("reports"));
    await onDay(0);
    expect((await playbooks.runs("inactive")).map(({ account }) => account)).toEqual(["stopped"]);
    await onDay(6);
    await onDay(7);
    const all = (await playbooks.runs("inactive")).map(({ account }) => account);
    expect(all).toEqual(["goes-on", "stopped"]);
  });

  it("J10: authors write and pause; only administrators let one run or change one that runs", async () => {
    const { playbooks } = given();
    const admin = server.home.adminToken;
    const token = async (role: string) => {
      const body = { name: role, role };
      const made = await server.ask<{ secret: string }>("/v1/tokens", {
        method: "POST",
        as: admin,
        body,
      });
      return made.body.secret;
    };
    const [author, viewer] = [await token("author"), await token("viewer")];
    const ask = async (as: string, method: string, path: string, body?: object) =>
      (await server.ask(`/v1/playbooks/roles${path}`, { method, as, body })).status;
    expect(await ask(viewer, "PUT", "", ofPlan("roles"))).toBe(403);
    expect(await ask(author, "PUT", "", ofPlan("roles"))).toBe(200);
    expect(await ask(author, "POST", "/resume")).toBe(403);
    await playbooks.resume("roles");
    expect(await ask(author, "PUT", "", ofPlan("roles", { name: "other" }))).toBe(403);
    expect(await ask(author, "POST", "/pause")).toBe(200);
    expect(await ask(author, "PUT", "", ofPlan("roles", { name: "other" }))).toBe(200);
    expect(await ask(author, "DELETE", "")).toBe(403);
    expect(await ask(admin, "DELETE", "")).toBe(204);
    expect(await ask(viewer, "GET", "")).toBe(404);
  });
});
