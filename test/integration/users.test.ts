import { describe, expect, it } from "vitest";
import type { AccountPeople } from "../../lib/model/account.ts";
import type { AccountImport, ImportPreview, ImportUndone } from "../../lib/model/account-import.ts";
import type { DataExport } from "../../lib/model/privacy.ts";
import type { UserDetail, UserList, UserOutcome } from "../../lib/model/user.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { at, identified } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

describe.each(ENGINES)("people on %s", (engine) => {
  const server = useServer(engine);
  const as = () => server.home.adminToken;
  const post = async <T>(path: string, body: object = {}) =>
    server.ask<T>(path, { method: "POST", as: as(), body });
  const put = (id: string, body: object, query = "") =>
    server.ask<UserOutcome>(`/v1/users/${id}${query}`, { method: "PUT", as: as(), body });
  const read = async (id: string) =>
    (await server.ask<UserDetail>(`/v1/users/${id}`, { as: as() })).body;
  const file = (text: string, more: object = {}) => ({
    of: "users",
    name: "people.csv",
    data: Buffer.from(text).toString("base64"),
    ...more,
  });

  it("K17: what a person corrected stays, and of what a file and the app say the newest holds", async () => {
    await accountsOf(server).put("acme", { champions: [{ name: "Ann", email: "ann@acme.test" }] });
    const made = await put("ann", { name: "Ann", email: "ann@acme.test", account: "acme" });
    expect([made.status, made.body.outcome]).toEqual([201, "made"]);
    expect(await read("ann")).toMatchObject({ account: "acme", champion: true, lastSeen: null });
    const seen = { ...at(NOW + 60_000), context: { groupId: "beta" } };
    await server.send([identified("ann", { name: "Ann Lee", email: "ann@acme.test" }, seen)]);
    expect(await read("ann")).toMatchObject({ name: "Ann Lee", account: "beta", role: null });
    await put("ann", { name: "Anne", role: "CTO" }, "?as=hand");
    await server.send([identified("ann", { name: "A.", role: "intern" }, at(NOW + 120_000))]);
    expect(await read("ann")).toMatchObject({ name: "Anne", role: "CTO" });
    expect((await put("ann", { name: "Bob" })).body).toMatchObject({ held: ["name"] });
    expect((await put("ann", { account: "nowhere" })).status).toBe(400);
    expect((await put("ann", { email: "no address" })).status).toBe(400);
  });

  it("K17: identify and group of Segment's clients make and move people, and a file adds what they do not say", async () => {
    await accountsOf(server).put("one", {});
    await put("seg", { role: "Planner", account: "one" });
    await server.send([
      identified("seg", { email: "seg@x.test", firstName: "S" }, at(NOW + 1000)),
      {
        ...identified("seg", {}, at(NOW + 2000)),
        type: "group",
        groupId: "two",
        traits: { name: "Two" },
      },
    ]);
    const moved = { account: "two", role: "Planner", email: "seg@x.test" };
    expect(await read("seg")).toMatchObject(moved);
    expect((await accountsOf(server).read("two")).name).toBe("Two");
    await server.send([identified("seg", { email: "old@x.test" }, at(NOW - 60_000))]);
    expect(await read("seg")).toMatchObject(moved);
  });

  it("K17: people are listed by account, and searched by part of id, name or address", async () => {
    await accountsOf(server).put("list", {});
    const users = ["u1", "u2", "u3"].map((id) => ({ id, name: `Name ${id}`, account: "list" }));
    await post("/v1/users", { users });
    await server.send([identified("u9", { name: "Seen" }, { context: { groupId: "list" } })]);
    const list = async (query: string) =>
      (await server.ask<UserList>(`/v1/users?account=list${query}`, { as: as() })).body;
    const first = await list("&limit=3");
    expect(first.items.map(({ id }) => id)).toEqual(["u1", "u2", "u3"]);
    const rest = await list(`&limit=3&after=${first.next}`);
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([["u9"], null]);
    expect((await list("&q=name u2")).items.map(({ id }) => id)).toEqual(["u2"]);
    const { body } = await server.ask<AccountPeople>("/v1/accounts/list/people", { as: as() });
    expect(body.people.map(({ user }) => user)).toEqual(["u9", "u1", "u2", "u3"]);
    expect((await accountsOf(server).read("list")).users).toBe(4);
  });

  it("K14 to K17: a file of people is previewed, taken row by row, and undone", async () => {
    await accountsOf(server).put("file", {});
    await put("p1", { name: "Old", account: "file" });
    const order = file(
      "Логин;ФИО;E-mail;Код клиента\np1;New;p1@x.test;file\np2;Two;;file\np3;Three;;no\np4;;at;file\n",
    );
    const { body: preview } = await post<ImportPreview>("/v1/imports/preview", order);
    expect(preview).toMatchObject({ made: 1, changed: 1, refused: 2 });
    expect(preview.rows.filter(({ problems }) => problems.length).map(({ line }) => line)).toEqual([
      4, 5,
    ]);
    const { body: done } = await post<AccountImport>("/v1/imports", order);
    expect(done).toMatchObject({ of: "users", made: 1, changed: 1, refused: 2 });
    await put("p1", { email: "later@x.test" });
    const { body: undone } = await post<ImportUndone>(`/v1/imports/${done.id}/undo`);
    expect(undone).toEqual({ restored: 3, archived: 1, kept: 1 });
    expect(await read("p1")).toMatchObject({ name: "Old", email: "later@x.test" });
    expect((await server.ask("/v1/users/p2", { as: as() })).status).toBe(404);
    expect((await put("p2", { name: "Back" })).body.outcome).toBe("made");
    expect((await post("/v1/imports", file("name\nAnn\n"))).status).toBe(400);
  });

  it("K17: a file says who carries the product at an account, which is seen before, undone after, and stays as a person said", async () => {
    const all = accountsOf(server);
    const champions = async (id: string) =>
      (await all.read(id)).champions.map(({ name, leftOn }) => (leftOn ? `${name} left` : name));
    await all.put("led", {
      champions: [
        { name: "Ann Lee", email: "ANN@led.test", leftOn: "2025-01-01" },
        { name: "Ben", user: "led-ben" },
      ],
    });
    await all.put("by-hand", { champions: [{ name: "Zoe" }] }, "?as=hand");
    const order = file(
      "id,name,email,account,Champion\nled-ann,Ann Lee,ann@led.test,led,yes\nled-ben,Ben,,led,no\n" +
        "eve,Eve,,by-hand,да\nlost,Lost,,,yes\nodd,Odd,,led,maybe\n",
    );
    const { body: preview } = await post<ImportPreview>("/v1/imports/preview", order);
    expect(preview.columns.map(({ field }) => field)).toContain("champion");
    expect(await champions("led")).toEqual(["Ann Lee left", "Ben"]);
    const { body: done } = await post<AccountImport>("/v1/imports", order);
    const said = done.rows.map(({ id, changed, held, problems }) => [
      id,
      changed.includes("champion"),
      held,
      problems.map(({ path, rule }) => `${path} ${rule}`),
    ]);
    expect(said).toEqual([
      ["led-ann", true, [], []],
      ["led-ben", true, [], []],
      ["eve", false, ["champion"], []],
      ["lost", false, [], ["account account"]],
      ["odd", false, [], ["Champion cellYes"]],
    ]);
    expect(await champions("led")).toEqual(["Ann Lee"]);
    expect((await read("led-ann")).champion).toBe(true);
    expect(await champions("by-hand")).toEqual(["Zoe"]);
    await post(`/v1/imports/${done.id}/undo`);
    expect(await champions("led")).toEqual(["Ann Lee left", "Ben"]);
  });

  it("K16: what cannot be given back any more is told as kept", async () => {
    const { body: accounts } = await post<AccountImport>("/v1/imports", {
      ...file("id\nput-away\n"),
      of: "accounts",
    });
    await accountsOf(server).put("stays", {});
    await put("q1", { name: "Old", account: "put-away" });
    const { body: done } = await post<AccountImport>(
      "/v1/imports",
      file("id,name,account\nq1,New,stays\n"),
    );
    await post(`/v1/imports/${accounts.id}/undo`);
    const { body: undone } = await post<ImportUndone>(`/v1/imports/${done.id}/undo`);
    expect(undone).toEqual({ restored: 0, archived: 0, kept: 2 });
    expect(await read("q1")).toMatchObject({ name: "New", account: "stays" });
  });

  it("K17, R39: who had their data deleted is nowhere, and no file or call brings them back", async () => {
    const ids = async (table: string) =>
      server.db.transaction(server.home.workspace, (sql) =>
        sql.query(`SELECT user_id FROM ${table} WHERE user_id = 'gone'`),
      );
    const order = file("id,name\ngone,Gone Person\nstays,Other\n");
    const { body: done } = await post<AccountImport>("/v1/imports", order);
    const of = { user: "gone" };
    const { body: given } = await post<DataExport>("/v1/privacy/export", { of });
    expect(given.written).toMatchObject([{ user: "gone", name: "Gone Person" }]);
    await post("/v1/privacy/delete", { of });
    expect([await ids("user_records"), await ids("user_changes")]).toEqual([[], []]);
    const { body: report } = await server.ask<AccountImport>(`/v1/imports/${done.id}`, {
      as: as(),
    });
    expect(report.rows.map(({ id }) => id)).toEqual(["stays"]);
    const { body: again } = await post<AccountImport>("/v1/imports", order);
    expect(again.rows[0]).toMatchObject({ outcome: "refused", problems: [{ path: "id" }] });
    expect((await put("gone", { name: "x" })).status).toBe(400);
    expect((await server.ask("/v1/users/gone", { as: as() })).status).toBe(404);
  });
});
