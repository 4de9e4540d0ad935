import { describe, expect, it } from "vitest";
import type { AccountList, AccountOutcome } from "../../lib/model/account.ts";
import type { AccountChanges } from "../../lib/model/account-change.ts";
import type { ReassignmentDone } from "../../lib/model/reassignment.ts";
import type { TaskList } from "../../lib/model/task.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { at, identified } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const eur = (minor: number, since?: string) => ({
  minor,
  currency: "EUR",
  ...(since ? { since } : {}),
});
const group = (id: string, traits: object, when = NOW) => ({
  ...identified("ann", {}, at(when)),
  type: "group",
  groupId: id,
  traits,
});

describe.each(ENGINES)("accounts on %s", (engine) => {
  const server = useServer(engine);
  const as = () => server.home.adminToken;
  const accounts = () => accountsOf(server);
  const ask = async <T>(path: string) => (await server.ask<T>(path, { as: as() })).body;

  it("K1: an account is there as soon as an app names it, with what the app says of it", async () => {
    await server.send([
      group("acme", {
        name: "Acme",
        plan: "pro",
        mrr: 120.5,
        currency: "EUR",
        employees: 40,
        x: 1,
      }),
      identified("bob", {}, { context: { groupId: "silent" } }),
    ]);
    const acme = await accounts().read("acme");
    expect(acme).toMatchObject({
      name: "Acme",
      plan: "pro",
      size: "11-50",
      users: 1,
      lastSeen: NOW,
    });
    expect(acme.mrr).toEqual({ minor: 12_050, currency: "EUR", since: day(NOW) });
    expect(acme.sources.plan).toEqual({ source: "app", at: NOW });
    expect(acme.traits).toMatchObject({ x: 1 });
    expect((await accounts().read("silent")).name).toBeNull();
  });

  it("K2, K5: an upsert changes what it names, and again changes nothing", async () => {
    const made = await accounts().put("b", { name: "B", seats: 5, custom: { tier: "gold", x: 1 } });
    expect(made).toMatchObject({
      outcome: "made",
      changed: ["name", "seats", "custom.tier", "custom.x"],
    });
    const patch = { seats: 6, custom: { x: null } };
    expect(await accounts().put("b", patch)).toMatchObject({ outcome: "changed" });
    expect(await accounts().put("b", patch)).toMatchObject({ outcome: "unchanged", changed: [] });
    expect(await accounts().read("b")).toMatchObject({
      name: "B",
      seats: 6,
      custom: { tier: "gold" },
    });
  });

  it("K3, K7: a correction by hand stays when the app says otherwise, and the history tells who said what", async () => {
    await server.send([group("c", { plan: "free" }, NOW - 3 * DAY)]);
    await accounts().put("c", { plan: "pro" }, "?as=hand");
    await server.send([group("c", { plan: "team" })]);
    const { plan, sources } = await accounts().read("c");
    expect(plan).toBe("pro");
    expect(sources.plan?.held).toEqual({ value: "team", source: "app", at: NOW });
    const { items } = await ask<AccountChanges>("/v1/accounts/c/changes");
    expect(
      items.map(({ source, by, subject, before, after }) => [source, by, subject, before, after]),
    ).toEqual([
      ["hand", "First administrator", "plan", "free", "pro"],
      ["app", "", "plan", null, "free"],
    ]);
  });

  it("K25: whoever corrects what somebody else changed since it was read is refused, and nothing is lost", async () => {
    const goal = (text: string) => ({ text, state: "open" });
    await server.send([group("two", { plan: "free" }, NOW - 3 * DAY)]);
    const read = await accounts().read("two");
    expect(read.sources.goals).toBeUndefined();
    await accounts().put("two", { goals: [goal("First")] }, "?as=hand&seen=0");
    const body = { goals: [goal("Second")] };
    const late = "/v1/accounts/two?as=hand&seen=0";
    expect((await server.ask(late, { method: "PUT", as: as(), body })).status).toBe(412);
    const { goals, sources } = await accounts().read("two");
    expect(goals.map(({ text }) => text)).toEqual(["First"]);
    // Of another field nobody changed anything.
    const seen = read.sources.plan?.at;
    await accounts().put("two", { plan: "pro" }, `?as=hand&seen=${seen}`);
    const both = { goals: [...goals, goal("Second")] };
    await accounts().put("two", both, `?as=hand&seen=${sources.goals?.at}`);
    expect((await accounts().read("two")).goals).toHaveLength(2);
  });

  it("K6: amounts have days, the newest is what is paid, and earlier ones only fill the past", async () => {
    await accounts().put("d", { mrr: eur(1000, "2025-01-01") });
    await accounts().put("d", { mrr: eur(3000, "2025-06-01") });
    await accounts().put("d", { mrr: eur(2000, "2025-03-01") });
    await accounts().put("d", { mrrHistory: [eur(500, "2024-01-01")] });
    const { mrr, mrrHistory } = await accounts().read("d");
    expect(mrr).toEqual(eur(3000, "2025-06-01"));
    expect(mrrHistory.map(({ minor }) => minor)).toEqual([500, 1000, 2000, 3000]);
    await accounts().put("d", { mrr: null });
    const after = await accounts().read("d");
    expect(after.mrr).toBeNull();
    expect(after.mrrHistory.at(-1)).toEqual({ since: day(NOW), minor: null, currency: null });
  });

  it("K8: a stage is one of the journey, and the time in it is counted from the day it was entered", async () => {
    await accounts().put("e", { stage: "onboarding", stageSince: "2025-01-01" });
    await accounts().put("e", { stage: "adoption" });
    const { stage, stageSince, stageHistory } = await accounts().read("e");
    expect([stage, stageSince]).toEqual(["adoption", day(NOW)]);
    expect(stageHistory).toEqual([
      { since: "2025-01-01", stage: "onboarding" },
      { since: day(NOW), stage: "adoption" },
    ]);
    const wrong = await server.ask<{ error: { problems: { path: string; allowed: string }[] } }>(
      "/v1/accounts/e",
      { method: "PUT", as: as(), body: { stage: "nowhere", stageSince: "2199-01-01" } },
    );
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.problems.map(({ path }) => path)).toEqual(["stageSince", "stage"]);
    const journey = { stages: [{ id: "onboarding", name: { en: "On" }, expectedDays: 3 }] };
    const refused = await server.ask("/v1/journey", { method: "PUT", as: as(), body: journey });
    expect(refused.status).toBe(400);
  });

  it("K9: of many accounts each is taken whole or refused with its fields", async () => {
    const { body } = await server.ask<{ items: AccountOutcome[] }>("/v1/accounts", {
      method: "POST",
      as: as(),
      body: {
        accounts: [
          { id: "f1", name: "F1" },
          { id: "f2", name: "F2", renewal: "30.11.2026", colour: "red" },
          { id: "f1", name: "again" },
          { id: "f3", contractStart: "2026-02-01", contractEnd: "2026-01-01" },
          { name: "no id" },
        ],
      },
    });
    expect(
      body.items.map(({ outcome, problems }) => [outcome, ...problems.map(({ path }) => path)]),
    ).toEqual([
      ["made"],
      ["refused", "renewal", "colour"],
      ["refused", "id"],
      ["refused", "contractEnd"],
      ["refused", "id"],
    ]);
    for (const id of ["f2", "f3"]) {
      expect((await server.ask(`/v1/accounts/${id}`, { as: as() })).status).toBe(404);
    }
  });

  it("K10: lists are searched, filtered and sorted, page by page, and each account comes once", async () => {
    const { adminToken } = await server.newWorkspace();
    const { put } = accountsOf(server, adminToken);
    for (let n = 0; n < 7; n++) {
      const more = n < 5 ? { mrr: eur((n % 3) * 100), renewal: `2026-0${n + 1}-01` } : {};
      await put(`id-${n}`, { name: n % 2 ? "Odd" : "Even", owner: n < 3 ? "Ann" : "Bob", ...more });
    }
    await put("gone", { churnedOn: "2025-01-01" });
    const list = async (query: string) =>
      (await server.ask<AccountList>(`/v1/accounts?${query}`, { as: adminToken })).body;
    for (const sort of ["name", "mrr", "renewal", "lastSeen", "lastTouch", "updatedAt"]) {
      for (const order of ["asc", "desc"]) {
        const seen: string[] = [];
        let after = "";
        do {
          const page = await list(`sort=${sort}&order=${order}&limit=3${after}`);
          expect(page.total).toBe(7);
          seen.push(...page.items.map(({ id }) => id));
          after = page.next === null ? "" : `&after=${page.next}`;
        } while (after !== "");
        expect(new Set(seen).size, `${sort} ${order}`).toBe(7);
        expect(seen, `${sort} ${order}`).toHaveLength(7);
      }
    }
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await ids("sort=mrr&order=desc&limit=2")).toEqual(["id-2", "id-4"]);
    expect((await ids("sort=mrr&order=desc")).slice(-2).sort()).toEqual(["id-5", "id-6"]);
    expect(await ids("q=ODD&owner=Ann")).toEqual(["id-1"]);
    expect(await ids("renewalFrom=2026-02-01&renewalTo=2026-03-31&sort=renewal")).toEqual([
      "id-1",
      "id-2",
    ]);
    expect(await ids("status=churned")).toEqual(["gone"]);
    expect(await ids("q=%25")).toEqual([]);
  });

  it("K7: when a CSM leaves, accounts and open tasks go to another, and nothing of what was is lost", async () => {
    await accounts().put("h", { owner: "Old" });
    const task = (id: string, body: object) =>
      server.ask(`/v1/tasks/${id}`, {
        method: "PUT",
        as: as(),
        body: { account: "h", owner: "Old", ...body },
      });
    await task("h-1", { title: "Open" });
    await task("h-2", { title: "Done", state: "done" });
    const { body } = await server.ask<object>("/v1/accounts/reassign", {
      method: "POST",
      as: as(),
      body: { from: "Old", to: "New" },
    });
    expect(body).toMatchObject({ accounts: 1, tasks: 1 });
    expect((await accounts().read("h")).owner).toBe("New");
    const { items } = await ask<AccountChanges>("/v1/accounts/h/changes");
    expect(items.filter(({ subject }) => subject === "owner").map(({ before }) => before)).toEqual([
      "Old",
      null,
    ]);
  });

  it("K24: chosen accounts go to another CSM with their CSM's open tasks, and come back where nobody said otherwise since", async () => {
    const all = accounts();
    await all.put("chosen-1", { owner: "Ann" });
    await all.put("chosen-2", {});
    await all.put("chosen-3", { owner: "Ben" });
    const put = (id: string, owner: string) =>
      server.ask(`/v1/tasks/${id}`, {
        method: "PUT",
        as: as(),
        body: { account: "chosen-1", title: "T", owner },
      });
    await put("of-ann", "Ann");
    await put("of-eve", "Eve");
    const post = async <T>(path: string, body: object) =>
      (await server.ask<T>(`/v1/accounts/reassign${path}`, { method: "POST", as: as(), body }))
        .body;
    const ownersNow = async () =>
      Promise.all([1, 2, 3].map(async (n) => (await all.read(`chosen-${n}`)).owner));
    const tasksNow = async () => {
      const { items } = await ask<TaskList>("/v1/tasks?account=chosen-1");
      return items.map(({ id, owner }) => `${id} ${owner}`).sort();
    };
    const chosen = ["chosen-1", "chosen-2", "chosen-3", "nobody-knows"];
    const done = await post<ReassignmentDone>("", { accounts: chosen, to: "Zoe" });
    expect(done).toMatchObject({ accounts: 3, tasks: 1 });
    expect(await ownersNow()).toEqual(["Zoe", "Zoe", "Zoe"]);
    expect(await tasksNow()).toEqual(["of-ann Zoe", "of-eve Eve"]);

    await all.put("chosen-3", { owner: "Max" }, "?as=hand");
    expect(await post("/undo", done.before)).toEqual({ accounts: 2, tasks: 1, kept: 1 });
    expect(await ownersNow()).toEqual(["Ann", null, "Max"]);
    expect(await tasksNow()).toEqual(["of-ann Ann", "of-eve Eve"]);
    await all.put("chosen-1", { owner: "From the file" });
    expect((await all.read("chosen-1")).owner).toBe("From the file");
    expect((await server.ask("/v1/accounts/nobody-knows", { as: as() })).status).toBe(404);
  });
});
