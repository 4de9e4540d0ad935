import { describe, expect, it } from "vitest";
import { createGate } from "../../server/auth/gate.ts";
import type { Credential, NewCredential, Role } from "../../server/auth/schemas.ts";
import { routeTable } from "../../server/routes/table.ts";
import { ENGINES } from "../support/database.ts";
import { used } from "../support/messages.ts";
import { useServer } from "../support/server.ts";

/** For each kind of access of a route: who may use it. */
const MAY: Record<string, readonly string[]> = {
  public: ["nobody", "write-key", "viewer", "author", "admin"],
  append: ["write-key"],
  device: ["write-key", "viewer", "author", "admin"],
  viewer: ["viewer", "author", "admin"],
  author: ["author", "admin"],
  admin: ["admin"],
};

describe.each(ENGINES)("access on %s", (engine) => {
  const server = useServer(engine);

  const create = async (path: string, body: object) =>
    (
      await server.ask<NewCredential>(path, {
        method: "POST",
        as: server.home.adminToken,
        body: { name: "Test", ...body },
      })
    ).body;

  it("R16: every route lets in exactly those whom its access names", async () => {
    const secrets: Record<string, string | undefined> = {
      nobody: undefined,
      "write-key": server.home.writeKey,
      admin: server.home.adminToken,
    };
    for (const role of ["viewer", "author"] as const satisfies Role[]) {
      secrets[role] = (await create("/v1/tokens", { role })).secret;
    }
    for (const route of routeTable(server.deps, createGate(server.deps))) {
      const path = route.path.replace(/:\w+/g, "none");
      for (const [who, as] of Object.entries(secrets)) {
        const { status } = await server.ask(path, {
          method: route.method,
          as,
          ...bodyFor(route.method),
        });
        const refused = status === 401 || status === 403;
        const label = `${who}: ${route.method} ${route.path} is ${status}`;
        expect(refused, label).toBe(!MAY[route.access]?.includes(who));
      }
    }
  });

  it("R16: an unknown key is 401 and says how to ask, a role that is too low is 403", async () => {
    const unknown = await server.ask("/v1/guides", { as: "wmt_unknown" });
    expect(unknown.status).toBe(401);
    expect(unknown.headers.get("www-authenticate")).toContain("Bearer");
    const { secret } = await create("/v1/tokens", { role: "viewer" });
    expect((await server.ask("/v1/tokens", { as: secret })).status).toBe(403);
  });

  it("R16: a revoked key or token is refused at once, and lists never show a secret", async () => {
    const writeKey = await create("/v1/write-keys", {});
    const token = await create("/v1/tokens", { role: "author" });
    await server.send([used("before")], writeKey.secret);
    expect((await server.ask("/v1/guides", { as: token.secret })).status).toBe(200);
    const revoke = (path: string) =>
      server.ask<Credential>(path, { method: "DELETE", as: server.home.adminToken });
    expect((await revoke(`/v1/write-keys/${writeKey.id}`)).body.revokedAt).toBe(server.time.now);
    expect((await revoke(`/v1/tokens/${token.id}`)).status).toBe(200);
    expect((await revoke(`/v1/tokens/${writeKey.id}`)).status).toBe(404);
    expect((await revoke("/v1/tokens/no-uuid")).status).toBe(404);
    const send = { method: "POST", as: writeKey.secret, body: { batch: [used("after")] } };
    expect((await server.ask("/v1/batch", send)).status).toBe(401);
    expect((await server.ask("/v1/guides", { as: token.secret })).status).toBe(401);
    const list = await server.ask("/v1/write-keys", { as: server.home.adminToken });
    expect(JSON.stringify(list.body)).not.toContain(writeKey.secret);
  });

  it("R82: the last administrator's token is not revoked, not even by two at once", async () => {
    const { adminToken, workspace } = await server.newWorkspace();
    const ask = <T>(as: string, method: string, path: string, body?: object) =>
      server.ask<T>(path, { method, as, ...(body && { body }) });
    type Listed = { items: Credential[]; own: string };
    const first = (await ask<Listed>(adminToken, "GET", "/v1/tokens")).body.own;
    const refused = await ask<{ error: { message: string } }>(
      adminToken,
      "DELETE",
      `/v1/tokens/${first}`,
    );
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      "This is the last administrator's token. Make another one before it is revoked.",
    ]);
    const draft = { name: "Ann", role: "admin" };
    const ann = (await ask<NewCredential>(adminToken, "POST", "/v1/tokens", draft)).body;
    const both = await Promise.all([
      ask(adminToken, "DELETE", `/v1/tokens/${ann.id}`),
      ask(ann.secret, "DELETE", `/v1/tokens/${first}`),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const left = await server.db.read(workspace, (sql) =>
      sql.query("SELECT 1 FROM credentials WHERE role = 'admin' AND revoked_at IS NULL"),
    );
    expect(left).toHaveLength(1);
  });

  it("R16: a token of one workspace reads nothing of another", async () => {
    const other = await server.newWorkspace();
    await server.send([used("mine")]);
    const answer = await server.ask<{ features: unknown[] }>("/v1/query/features", {
      as: other.adminToken,
    });
    expect(answer.body.features).toEqual([]);
    const info = await server.ask<{ workspace: string }>("/v1/workspace", { as: other.writeKey });
    expect(info.body.workspace).toBe(other.workspace);
  });

  it("R26: what went wrong inside is never told, and nothing personal is logged", async () => {
    server.log.length = 0;
    await server.send([used("x", { userId: "ann@example.com" })]);
    await server.ask("/v1/guides/secret-project?after=ann", { as: server.home.adminToken });
    const text = server.log.join("\n");
    expect(text).toContain('"route":"/v1/guides/:id"');
    for (const secret of ["ann", "secret-project", server.home.writeKey, server.home.adminToken]) {
      expect(text).not.toContain(secret);
    }
    const { transaction } = server.db;
    const fault = Object.assign(new Error("row of ann@example.com"), { code: "XX000" });
    server.db.transaction = () => Promise.reject(fault);
    const broken = await server.ask("/v1/guides", { as: server.home.adminToken });
    server.db.transaction = () => Promise.reject(Object.assign(fault, { code: "57P01" }));
    const away = await server.ask("/v1/guides", { as: server.home.adminToken });
    server.db.transaction = transaction;
    expect([broken.status, away.status, away.headers.get("retry-after")]).toEqual([500, 503, "5"]);
    expect(JSON.stringify([broken.body, away.body])).not.toMatch(/ann|at |stack/);
  });

  it("R27: extensions may ask everything, pages may only send events", async () => {
    const allowed = async (path: string, origin: string, method = "OPTIONS") =>
      (await server.ask(path, { method, headers: { Origin: origin } })).headers.get(
        "access-control-allow-origin",
      );
    const extension = "chrome-extension://abcdefghijklmnop";
    const firefox = "moz-extension://0f0a8b9e-1111-4222-8333-123456789abc";
    expect(await allowed("/v1/guides", extension)).toBe(extension);
    expect(await allowed("/v1/guides", extension, "GET")).toBe(extension);
    expect(await allowed("/v1/bundle", firefox)).toBe(firefox);
    expect(await allowed("/v1/bundle", "https://app.example.com")).toBeNull();
    expect(await allowed("/v1/bundle", "https://chrome-extension://x.example")).toBeNull();
    expect(await allowed("/v1/batch", "https://app.example.com")).toBe("*");
    expect(await allowed("/v1/batch", "https://app.example.com", "POST")).toBe("*");
  });
});

function bodyFor(method: string): { body?: string } {
  return method === "POST" || method === "PUT" ? { body: "{}" } : {};
}
