import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import type { DeletionReport } from "../../lib/model/privacy.ts";
import { newDevice } from "../../lib/store/new-device.ts";
import { PERSON_TABLES } from "../../server/privacy/erase.ts";
import { packDays } from "../../server/usage/pack-days.ts";
import { ENGINES } from "../support/database.ts";
import { at, guided, identified, signalled, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const HOUR = 3_600_000;
const DELETE = "/v1/privacy/delete";

describe.each(ENGINES)("privacy on %s", (engine) => {
  const server = useServer(engine);

  const asDevice = (secret: string, as: string, body: object = {}) =>
    server.ask<DeletionReport>(DELETE, {
      method: "POST",
      as,
      headers: { "Waymark-Device": secret },
      body,
    });
  const eventsIn = (workspace: string) =>
    server.db.transaction(workspace, (sql) =>
      sql.query<{ user_id: string | null; device: string | null }>("SELECT * FROM events"),
    );
  async function hostOf(adminToken: string, workspace: string) {
    const { body } = await server.ask<{ secret: string }>("/v1/identity-keys", {
      method: "POST",
      as: adminToken,
      body: { id: "host", algorithm: "HS256" },
    });
    return (user: string, ms = server.time.now) =>
      new SignJWT()
        .setProtectedHeader({ alg: "HS256", kid: "host" })
        .setSubject(user)
        .setAudience(workspace)
        .setExpirationTime(Math.floor(ms / 1000) + 600)
        .sign(new TextEncoder().encode(body.secret));
  }

  it("R38: a device that proves who it is takes back what it sent, whoever it claimed to be", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const [mine, other] = await Promise.all([newDevice(), newDevice()]);
    await server.send(
      [
        used("save", { anonymousId: mine.id, userId: "ann" }),
        used("save", { anonymousId: mine.id }),
        used("save", { anonymousId: other.id, userId: "ann" }),
        identified("ann", { plan: "pro" }, { anonymousId: other.id }),
      ],
      writeKey,
    );
    const { body } = await asDevice(mine.secret, writeKey);
    expect(body).toEqual({ deleted: [{ subject: "device", events: 2 }] });
    const left = await eventsIn(workspace);
    expect(left.map((event) => event.device)).toEqual([other.id, other.id]);
    const users = await server.db.transaction(workspace, (sql) =>
      sql.query("SELECT user_id, traits FROM users"),
    );
    expect(users).toEqual([{ user_id: "ann", traits: { plan: "pro" } }]);
  });

  it("R38: without proof nothing is deleted, nor told", async () => {
    const { workspace, writeKey, adminToken } = await server.newWorkspace();
    const mine = await newDevice();
    await server.send([used("save", { anonymousId: mine.id, userId: "ann" })], writeKey);
    const sign = await hostOf(adminToken, workspace);
    for (const path of [DELETE, "/v1/privacy/export"]) {
      const ask = (headers: Record<string, string>, body = {}) =>
        server.ask(path, { method: "POST", as: writeKey, headers, body });
      expect((await ask({})).status).toBe(400);
      expect((await ask({}, { of: { user: "ann" } })).status).toBe(403);
      expect((await ask({ "Waymark-Identity": "forged" })).status).toBe(403);
      const late = await sign("ann", NOW - 2 * HOUR);
      expect((await ask({ "Waymark-Identity": late })).status).toBe(403);
    }
    expect(await asDevice(mine.id, writeKey)).toMatchObject({
      body: { deleted: [{ subject: "device", events: 0 }] },
    });
    expect(await eventsIn(workspace)).toHaveLength(1);
  });

  it("R38: a person takes back what all their devices sent up to then, also if they asked without a network", async () => {
    const { workspace, writeKey, adminToken } = await server.newWorkspace();
    const sign = await hostOf(adminToken, workspace);
    await server.send(
      [
        used("a", { anonymousId: "d1", ...at(NOW - 3 * HOUR) }),
        used("a", { anonymousId: "d1", userId: "ann", ...at(NOW - 2 * HOUR) }),
        used("a", { anonymousId: "d2", userId: "ann", ...at(NOW - 2 * HOUR) }),
        identified("ann", { plan: "pro" }, { anonymousId: "d2", ...at(NOW - 2 * HOUR) }),
        used("a", { anonymousId: "d1", userId: "bob", ...at(NOW - 2 * HOUR) }),
        used("b", { anonymousId: "d2", userId: "ann", ...at(NOW - HOUR / 2) }),
      ],
      writeKey,
    );
    const asked = NOW - HOUR;
    const token = await sign("ann", asked);
    const order = { at: new Date(asked).toISOString(), sentAt: new Date(NOW).toISOString() };
    const { body } = await server.ask<DeletionReport>(DELETE, {
      method: "POST",
      as: writeKey,
      headers: { "Waymark-Identity": token },
      body: order,
    });
    expect(body).toEqual({ deleted: [{ subject: "user", events: 4 }] });
    const left = await eventsIn(workspace);
    expect(left.map(({ user_id, device: id }) => [user_id, id]).sort()).toEqual([
      ["ann", "d2"],
      ["bob", "d1"],
    ]);
    const users = await server.db.transaction(workspace, (sql) =>
      sql.query("SELECT user_id, traits FROM users ORDER BY 1"),
    );
    expect(users).toEqual([
      { user_id: "ann", traits: {} },
      { user_id: "bob", traits: {} },
    ]);
  });

  it("R39: what was deleted does not come back, neither late nor again nor from another device", async () => {
    const { workspace, writeKey, adminToken } = await server.newWorkspace();
    const mine = await newDevice();
    const first = used("save", { anonymousId: mine.id, userId: "ann", ...at(NOW - HOUR) });
    await server.send([first], writeKey);
    await asDevice(mine.secret, writeKey);
    await server.ask(DELETE, { method: "POST", as: adminToken, body: { of: { user: "ann" } } });
    const late = [
      first,
      used("save", { anonymousId: mine.id, ...at(NOW + HOUR) }),
      used("save", { anonymousId: "elsewhere", userId: "ann", ...at(NOW - 1) }),
    ];
    const { results } = await server.send([...late, first], writeKey);
    for (const result of results) {
      expect(result).toMatchObject({
        status: "rejected",
        reason: expect.stringContaining("deleted"),
      });
    }
    const since = used("save", { anonymousId: "elsewhere", userId: "ann", ...at(NOW + 1) });
    expect((await server.send([since], writeKey)).results[0]?.status).toBe("accepted");
    expect(await eventsIn(workspace)).toHaveLength(1);
  });

  it("R39: a message that is being stored while its person's data are deleted does not survive it", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const mine = await newDevice();
    const sends = Array.from({ length: 12 }, (_, n) =>
      server.send([used(`f${n}`, { anonymousId: mine.id })], writeKey),
    );
    await Promise.all([...sends.slice(0, 6), asDevice(mine.secret, writeKey), ...sends.slice(6)]);
    expect(await eventsIn(workspace)).toEqual([]);
  });

  it("R38: every table that names people is cleared of them", async () => {
    const { workspace, writeKey, adminToken } = await server.newWorkspace();
    const seen = { outcome: "found", score: 0.9 };
    await server.ask("/v1/users/ann", { method: "PUT", as: adminToken, body: { name: "Ann" } });
    await server.ask("/v1/forwards/out", {
      method: "PUT",
      as: adminToken,
      body: { kind: "segment", url: "http://127.0.0.1:9" },
    });
    await server.send(
      [
        identified("ann", { plan: "pro" }),
        used("save", { userId: "ann" }),
        signalled("s", true, { userId: "ann" }),
        guided(
          "step_shown",
          { guide: "g", version: 1, step: "s", target: seen },
          { userId: "ann" },
        ),
        guided(
          "answered",
          { guide: "g", version: 1, step: "s", answer: { type: "text", value: "Ann wrote this." } },
          { userId: "ann" },
        ),
        {
          ...used("x", { userId: "ann" }),
          event: "Experiment Viewed",
          properties: { experiment_id: "e", variation_id: "guide" },
        },
      ],
      writeKey,
    );
    await packDays(server, workspace);
    const tables = await server.db.maintain((sql) =>
      sql.query<{ name: string; columns: string[] }>(
        `SELECT c.relname AS name, jsonb_agg(a.attname) AS columns FROM pg_class c
         JOIN pg_attribute a ON a.attrelid = c.oid
         WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
           AND a.attname IN ('person', 'user_id', 'device') GROUP BY 1 ORDER BY 1`,
      ),
    );
    const names = tables.map(({ name }) => name);
    const written = ["user_changes", "user_records", "users"];
    expect(names).toEqual(
      ["devices", "events", "forward_queue", "packed_people", ...written, ...PERSON_TABLES].sort(),
    );
    const rows = () =>
      server.db.transaction(workspace, async (sql) => {
        const counts: Record<string, number> = {};
        for (const name of names) {
          const found = await sql.query(`SELECT 1 FROM ${name}`);
          counts[name] = found.length;
        }
        return counts;
      });
    for (const [name, count] of Object.entries(await rows()))
      expect(count, name).toBeGreaterThan(0);
    await server.ask(DELETE, { method: "POST", as: adminToken, body: { of: { user: "ann" } } });
    for (const [name, count] of Object.entries(await rows())) expect(count, name).toBe(0);
    const { body } = await server.ask<{ items: object[] }>("/v1/privacy/acts", { as: adminToken });
    expect(body.items).toMatchObject([
      { act: "delete", subject: "user", proof: "admin", events: 6 },
    ]);
    expect(JSON.stringify(body)).not.toContain("ann");
  });

  it("R38: only administrators ask about others, and say about whom", async () => {
    const { adminToken } = await server.newWorkspace();
    const { body: author } = await server.ask<{ secret: string }>("/v1/tokens", {
      method: "POST",
      as: adminToken,
      body: { name: "Ann", role: "author" },
    });
    const ask = (as: string, body: object) => server.ask(DELETE, { method: "POST", as, body });
    expect((await ask(author.secret, { of: { user: "ann" } })).status).toBe(403);
    expect((await ask(adminToken, {})).status).toBe(400);
    expect((await ask(adminToken, { of: { user: "a", device: "b" } })).status).toBe(400);
    expect((await ask(adminToken, { of: { user: "a" }, at: "soon" })).status).toBe(400);
  });
});
