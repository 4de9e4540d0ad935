import { describe, expect, it } from "vitest";
import type { AccountChanges } from "../../lib/model/account-change.ts";
import type { Task, TaskList } from "../../lib/model/task.ts";
import type { Touch, TouchList } from "../../lib/model/touch.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;

describe.each(ENGINES)("touches and tasks on %s", (engine) => {
  const server = useServer(engine);
  const send = async <T>(method: string, path: string, body: object) =>
    server.ask<T>(path, { method, as: server.home.adminToken, body });
  const ask = async <T>(path: string) =>
    (await server.ask<T>(path, { as: server.home.adminToken })).body;

  it("K11: a touch sent twice is one, a changed one keeps what it was, and the newest that took place is the last contact", async () => {
    const { put, read } = accountsOf(server);
    await put("a", {});
    const touch = { kind: "meeting", at: NOW - 9 * DAY, people: ["Eve"], text: "Kick-off" };
    await send("PUT", "/v1/accounts/a/touches/m1", touch);
    await send("PUT", "/v1/accounts/a/touches/m1", touch);
    await send("PUT", "/v1/accounts/a/touches/m2", {
      kind: "call",
      state: "missed",
      at: NOW - DAY,
    });
    expect((await read("a")).lastTouch).toBe(NOW - 9 * DAY);
    await send<Touch>("PUT", "/v1/accounts/a/touches/m2", {
      kind: "call",
      state: "done",
      at: NOW - DAY,
    });
    expect((await read("a")).lastTouch).toBe(NOW - DAY);
    const { items } = await ask<TouchList>("/v1/accounts/a/touches");
    expect(items.map(({ id, people }) => [id, people])).toEqual([
      ["m2", []],
      ["m1", ["Eve"]],
    ]);
    const changes = await ask<AccountChanges>("/v1/accounts/a/changes");
    expect(changes.items.map(({ subject }) => subject)).toEqual(["m2", "m2", "m1"]);
    const first = await ask<TouchList>("/v1/accounts/a/touches?limit=1");
    const second = await ask<TouchList>(`/v1/accounts/a/touches?limit=1&after=${first.next}`);
    expect([first, second].map(({ items: [one] }) => one?.id)).toEqual(["m2", "m1"]);
    expect(second.next).toBeNull();
  });

  it("K12: a task is made once an id, changed, closed and opened again", async () => {
    const { put, read } = accountsOf(server);
    await put("b", {});
    await put("c", {});
    const task = {
      account: "b",
      title: "Call",
      due: "2026-01-02",
      source: "playbook",
      cause: "run-1",
    };
    expect((await send<Task>("PUT", "/v1/tasks/t", task)).status).toBe(201);
    await send("POST", "/v1/tasks/t/change", { state: "done" });
    const again = await send<Task>("PUT", "/v1/tasks/t", task);
    expect([again.status, again.body.state, again.body.closedAt]).toEqual([200, "done", NOW]);
    expect((await send("PUT", "/v1/tasks/t", { ...task, account: "c" })).status).toBe(409);
    await send("POST", "/v1/tasks/t/change", { state: "open" });
    expect((await ask<Task>("/v1/tasks/t")).closedAt).toBeNull();
    expect((await read("b")).openTasks).toBe(1);
    expect((await send("PUT", "/v1/tasks/u", { account: "none", title: "x" })).status).toBe(404);
  });

  it("K12: tasks are listed by what is due first, and what has no day comes last", async () => {
    const { put } = accountsOf(server);
    await put("d", {});
    const due = { t1: "2026-03-01", t2: null, t3: "2026-02-01" };
    for (const [id, day] of Object.entries(due)) {
      await send("PUT", `/v1/tasks/${id}`, { account: "d", title: id, due: day, owner: "Ann" });
    }
    const list = await ask<TaskList>("/v1/tasks?owner=Ann&limit=2");
    expect(list.items.map(({ id }) => id)).toEqual(["t3", "t1"]);
    const rest = await ask<TaskList>(`/v1/tasks?owner=Ann&limit=2&after=${list.next}`);
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([["t2"], null]);
    expect((await ask<TaskList>("/v1/tasks?owner=Ann&dueTo=2026-02-15")).items).toHaveLength(1);
  });
});
