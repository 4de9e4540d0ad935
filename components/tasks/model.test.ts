import { expect, test } from "vitest";
import type { Task } from "../../lib/model/task.ts";
import { createAccountsClient } from "../accounts/client.ts";
import { account } from "../accounts/fixture.ts";
import { createTasksModel } from "./model.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-22T12:00:00Z");

const TASK: Task = {
  id: "t",
  account: "a",
  title: "Call",
  note: "",
  owner: "Ann",
  due: null,
  state: "doing",
  source: "hand",
  cause: null,
  createdAt: NOW - DAY,
  updatedAt: NOW - DAY,
  closedAt: null,
};

const ACCOUNTS = [
  { ...account("a-1"), name: "Acme" },
  { ...account("a-2"), name: "Acme Labs" },
  { ...account("gone"), name: "Gone Ltd", churnedOn: "2026-01-31" },
];

function setup(name = "") {
  let own = name;
  const asked: { path: string; body: unknown }[] = [];
  const client = createAccountsClient(
    { server: "https://cs.example.com", token: "t" },
    async (input, init) => {
      const { pathname, search } = new URL(String(input));
      asked.push({ path: pathname + search, body: init?.body && JSON.parse(String(init.body)) });
      if (pathname === "/v1/accounts") {
        const query = new URLSearchParams(search);
        const left = query.get("status") === "any";
        const found = ACCOUNTS.filter(
          ({ id, name, churnedOn }) =>
            `${id} ${name}`.includes(query.get("q") ?? "") && (left || churnedOn === null),
        );
        return Response.json({ items: found, total: found.length, next: null });
      }
      if (pathname.startsWith("/v1/accounts/") && pathname !== "/v1/accounts/facets") {
        const one = ACCOUNTS.find(({ id }) => pathname === `/v1/accounts/${id}`);
        if (!one) return Response.json({ error: { message: "none" } }, { status: 404 });
        const more = { sources: {}, traits: {}, mrrHistory: [], stageHistory: [] };
        return Response.json({ ...one, ...more });
      }
      if (pathname === "/v1/tasks/new") return Response.json(TASK);
      if (pathname.endsWith("/change")) return Response.json(TASK);
      if (pathname === "/v1/tasks") return Response.json({ items: [], next: null });
      return Response.json({ facets: { owner: [{ value: "Ann", accounts: 1 }] } });
    },
  );
  const model = createTasksModel(client, {
    go: () => undefined,
    now: () => NOW,
    newId: () => "new",
    ownName: { read: () => own, write: (to) => (own = to) },
  });
  const last = () => asked.findLast(({ path }) => path.startsWith("/v1/tasks?"))?.path ?? "";
  return { model, asked, last, own: () => own };
}

const at = (query: Record<string, string>) => ({ section: "tasks" as const, id: null, query });

test("who has said who they are sees their own tasks first, others all that are open", async () => {
  const ann = setup("Ann");
  await ann.model.show(at({}));
  expect([ann.model.view.value, ann.last()]).toEqual([
    "mine",
    "/v1/tasks?limit=50&owner=Ann&state=open",
  ]);
  const somebody = setup();
  await somebody.model.show(at({}));
  expect([somebody.model.view.value, somebody.last()]).toEqual([
    "open",
    "/v1/tasks?limit=50&state=open",
  ]);
});

test("the name is kept, and asked for in the next question", async () => {
  const { model, last, own } = setup();
  await model.show(at({ view: "mine" }));
  model.callMe("Bob");
  expect(own()).toBe("Bob");
  expect(last()).toContain("owner=Bob");
});

test("what was due yesterday is overdue, what is due today is not", async () => {
  const { model, last } = setup();
  await model.show(at({ view: "overdue" }));
  expect(last()).toContain("dueTo=2026-11-21");
});

test("what was finished can be taken back to the state it had", async () => {
  const { model, asked } = setup();
  await model.show(at({}));
  await model.change(TASK, { state: "done" });
  expect(model.undoable.value).toEqual(TASK);
  expect(await model.undo()).toBe(true);
  const changes = asked.filter(({ path }) => path.includes("/change"));
  expect(changes.map(({ body }) => body)).toEqual([{ state: "done" }, { state: "doing" }]);
  expect(model.undoable.value).toBeNull();
});

test("the account of a task is found by its id or name, and asked for where that says too little", async () => {
  const { model, asked } = setup();
  const make = (account: string) => model.make({ account, title: "Call" });
  expect(await make("a-2")).toBe(true);
  expect(asked.find(({ path }) => path.startsWith("/v1/tasks/new"))?.body).toMatchObject({
    account: "a-2",
  });
  expect(await make("Acme")).toBe(true);
  expect(await make("Gone Ltd")).toBe(true);
  expect(asked.findLast(({ path }) => path.startsWith("/v1/tasks/new"))?.body).toMatchObject({
    account: "gone",
  });
  expect(await make("Acm")).toBe("manyAccounts");
  expect(await make("Zed")).toBe("noAccount");
});

test("asked for twice in a row, while the account is looked up, a task is made once", async () => {
  const { model, asked } = setup();
  const make = () => model.make({ account: "Acme", title: "Call" });
  expect(await Promise.all([make(), make()])).toEqual([true, false]);
  expect(asked.filter(({ path }) => path.startsWith("/v1/tasks/new"))).toHaveLength(1);
});
