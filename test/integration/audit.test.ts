import { describe, expect, it } from "vitest";
import { createAuditClient } from "../../components/administration/audit-client.ts";
import { createAuditModel } from "../../components/administration/audit-model.ts";
import { MESSAGES } from "../../lib/i18n/messages.ts";
import { AUDIT_KINDS, type AuditLog, partsOf, routesOf } from "../../lib/model/audit.ts";
import { createDeeds } from "../../server/audit/deeds.ts";
import { createGate } from "../../server/auth/gate.ts";
import { isDeed } from "../../server/http/run-route.ts";
import { routeTable } from "../../server/routes/table.ts";
import { ENGINES } from "../support/database.ts";
import { used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;

describe.each(ENGINES)("audit log on %s", (engine) => {
  const server = useServer(engine);

  async function company() {
    server.time.now = NOW;
    const { workspace, adminToken: as, writeKey } = await server.newWorkspace();
    const put = (path: string, body: object, by = as) =>
      server.ask(path, { method: "PUT", as: by, body });
    const post = <T>(path: string, body: object, by = as) =>
      server.ask<T>(path, { method: "POST", as: by, body });
    const log = async (query = "") =>
      (await server.ask<AuditLog>(`/v1/audit?${query}`, { as })).body.items;
    return { workspace, as, writeKey, put, post, log };
  }

  it("R75: what was done and that it was done are stored together, or neither is", async () => {
    const { as, put, log } = await company();
    expect((await put("/v1/accounts/acme", { name: "Acme" })).status).toBe(201);
    const grant = (verb: string) =>
      server.db.maintain((sql) =>
        sql.run(`${verb} INSERT ON audit_log ${verb === "GRANT" ? "TO" : "FROM"} waymark_app`),
      );
    await grant("REVOKE");
    try {
      expect((await put("/v1/accounts/acme", { name: "Other" })).status).toBe(500);
      expect((await put("/v1/settings/sync", { events: "all" })).status).toBe(500);
    } finally {
      await grant("GRANT");
    }
    const { body } = await server.ask<{ fields: object }>("/v1/accounts/acme", { as });
    expect(JSON.stringify(body)).not.toContain("Other");
    expect((await log()).map(({ route }) => route)).toEqual(["/v1/accounts/:id"]);
  });

  it("R75: what is done in several transactions at once is one entry", async () => {
    const { workspace, as, log } = await company();
    const deeds = createDeeds(server.db);
    const rename = (name: string) =>
      deeds.db.transaction(workspace, (sql) =>
        sql.query("UPDATE workspaces SET name = $2 WHERE id = $1", [workspace, name]),
      );
    const { body } = await server.ask<{ items: { id: string }[] }>("/v1/tokens", { as });
    const by = body.items[0]?.id ?? "";
    const deed = { workspace, id: server.deps.newId(), at: NOW, by, method: "PUT", subject: null };
    await deeds.do({ ...deed, route: "/v1/settings/theme" }, () =>
      Promise.all(["a", "b", "c"].map(rename)),
    );
    expect(await log()).toMatchObject([{ route: "/v1/settings/theme" }]);
  });

  it("R75: looking, refusals and previews leave no trace; a deletion by an administrator does", async () => {
    const { put, post, log, writeKey } = await company();
    await server.send([used("save", { userId: "ann" })], writeKey);
    expect((await put("/v1/accounts/acme", { plan: 7 })).status).toBe(400);
    await post("/v1/settings/retention/preview", { days: 30 });
    const data = Buffer.from("id,name\na,Acme").toString("base64");
    expect((await post("/v1/imports/preview", { name: "a.csv", data })).status).toBe(200);
    expect(await log()).toEqual([]);
    await post("/v1/privacy/redact", { words: "Ann Lee", apply: true });
    expect(await log()).toMatchObject([{ route: "/v1/privacy/redact", subject: null }]);
  });

  it("R75: it is narrowed by token, kind and time", async () => {
    const { put, post, log } = await company();
    const ann = (
      await post<{ id: string; secret: string }>("/v1/tokens", { name: "Ann", role: "author" })
    ).body;
    await put("/v1/accounts/acme", { name: "Acme" }, ann.secret);
    server.time.now = NOW + DAY;
    await put("/v1/settings/sync", { events: "all" });
    const routes = async (query: string) => (await log(query)).map(({ route }) => route);
    expect(await routes(`by=${ann.id}`)).toEqual(["/v1/accounts/:id"]);
    expect(await routes("kind=access")).toEqual(["/v1/tokens"]);
    expect(await routes(`from=${NOW + 1}`)).toEqual(["/v1/settings/sync"]);
    expect(await routes(`until=${NOW + 1}&kind=customers`)).toEqual(["/v1/accounts/:id"]);
    const { as } = { as: ann.secret };
    expect((await server.ask("/v1/audit?kind=none", { as })).status).toBe(403);
  });

  it("R75: the console shows it page by page, narrows it, and tells who may not", async () => {
    const { as, put, post } = await company();
    const session = { server: "", token: as };
    const request = (async (path: string, init: RequestInit) =>
      server.fetch(path, init)) as typeof fetch;
    const model = createAuditModel(createAuditClient(session, request));
    await model.load();
    expect(model.log.value.value).toEqual({ items: [], next: null });
    for (let n = 0; n < 52; n += 1) await put(`/v1/accounts/a${n}`, { name: `A${n}` });
    await model.load();
    expect(model.log.value.value?.items).toHaveLength(50);
    await model.more();
    expect(model.log.value.value).toMatchObject({ next: null });
    expect(new Set(model.log.value.value?.items.map(({ id }) => id)).size).toBe(52);
    expect(model.tokens.value).toMatchObject([{ name: "First administrator" }]);
    await model.narrow({ kind: "access" });
    expect(model.log.value.value?.items).toEqual([]);
    const day = new Date(NOW);
    const two = (value: number) => String(value).padStart(2, "0");
    await model.narrow({
      kind: null,
      day: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    });
    expect(model.log.value.value?.items).toHaveLength(50);
    const { body } = await post<{ secret: string }>("/v1/tokens", { name: "Bob", role: "viewer" });
    const viewer = createAuditModel(createAuditClient({ server: "", token: body.secret }, request));
    await viewer.load();
    expect(viewer.log.value.value).toBeNull();
  });

  it("R75: everything that can be done has a kind and words", () => {
    const deeds = routeTable(server.deps, createGate(server.deps)).filter(isDeed);
    for (const { method, path: route } of deeds) {
      const kinds = AUDIT_KINDS.filter((kind) => new RegExp(routesOf(kind)).test(route));
      expect(kinds, route).toHaveLength(1);
      const { thing, act } = partsOf({ method, route });
      for (const key of [`audit.thing.${thing}`, `audit.act.${act}`]) {
        expect(Object.keys(MESSAGES.en), `${method} ${route}`).toContain(key);
      }
    }
  });
});
