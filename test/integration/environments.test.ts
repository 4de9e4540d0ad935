import { describe, expect, it } from "vitest";
import { Bundle, type SignedBundle, type WorkspaceInfo } from "../../lib/model/bundle.ts";
import { parseJson } from "../../lib/model/parse.ts";
import type { Credential, NewCredential } from "../../server/auth/schemas.ts";
import { ENGINES } from "../support/database.ts";
import { feature, guide, publish, put, signal } from "../support/documents.ts";
import { used } from "../support/messages.ts";
import { useServer } from "../support/server.ts";

const STAGING = { environment: "staging" } as const;

describe.each(ENGINES)("environments on %s", (engine) => {
  const server = useServer(engine);

  const newKey = async (body: object) =>
    (
      await server.ask<NewCredential>("/v1/write-keys", {
        method: "POST",
        as: server.home.adminToken,
        body: { name: "Test", ...body },
      })
    ).body;
  let stagingKey: string | undefined;
  const staging = async () => {
    stagingKey ??= (await newKey(STAGING)).secret;
    return stagingKey;
  };
  const fetchBundle = (as: string) => server.ask<SignedBundle>("/v1/bundle", { as });
  const open = async (as: string) => {
    const bundle = parseJson(Bundle, (await fetchBundle(as)).body.payload);
    if (!bundle.ok) throw new Error(JSON.stringify(bundle.error));
    return bundle.value;
  };
  const versionIn = async (as: string, id: string) =>
    (await open(as)).guides.find(({ body }) => body.id === id)?.version;
  const rename = (id: string, name: string) =>
    put(server, "guides", guide(id, { name: { en: name } }));

  it("R61: a write key is of production unless staging is asked for, and tells its devices", async () => {
    expect(await newKey({})).toMatchObject({ environment: "production" });
    const info = async (as: string) =>
      (await server.ask<WorkspaceInfo>("/v1/workspace", { as })).body;
    expect(await info(server.home.writeKey)).toMatchObject({ environment: "production" });
    expect(await info(await staging())).toMatchObject({ environment: "staging" });
    expect(await open(await staging())).toMatchObject({ environment: "staging", guides: [] });
    const list = await server.ask<{ items: Credential[] }>("/v1/write-keys", {
      as: server.home.adminToken,
    });
    expect(list.body.items.map(({ environment }) => environment)).toContain("staging");
    const refused = await server.ask("/v1/write-keys", {
      method: "POST",
      as: server.home.adminToken,
      body: { name: "Test", environment: "testing" },
    });
    expect(refused.status).toBe(400);
  });

  it("R61: what is published in staging changes nothing in production, to the byte", async () => {
    await rename("apart", "One");
    const before = await fetchBundle(server.home.writeKey);
    const { revision } = await open(await staging());
    expect(await publish(server, "guides", "apart", STAGING)).toMatchObject({
      status: 201,
      body: { version: 1, revision: revision + 1 },
    });
    const after = await fetchBundle(server.home.writeKey);
    expect(after.body).toEqual(before.body);
    expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
    expect(await versionIn(await staging(), "apart")).toBe(1);
    expect(await versionIn(server.home.writeKey, "apart")).toBeUndefined();
  });

  it("R61: the version that was tried out goes to production, and an older one comes back", async () => {
    const key = server.home.writeKey;
    await rename("moves", "One");
    await publish(server, "guides", "moves");
    await rename("moves", "Two");
    await publish(server, "guides", "moves", STAGING);
    const state = async () =>
      (await server.ask<object>("/v1/guides/moves", { as: server.home.adminToken })).body;
    expect(await state()).toMatchObject({
      published: 1,
      changed: true,
      staging: 2,
      stagingChanged: false,
    });
    await rename("moves", "Three");
    const promoted = await publish(server, "guides", "moves", { version: 2 });
    expect(promoted).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await versionIn(key, "moves")).toBe(2);
    expect(await state()).toMatchObject({ published: 2, changed: true, stagingChanged: true });
    await publish(server, "guides", "moves", { version: 1 });
    expect((await open(key)).guides.find(({ body }) => body.id === "moves")).toMatchObject({
      version: 1,
      body: { name: { en: "One" } },
    });
    expect(await versionIn(await staging(), "moves")).toBe(2);
    expect((await publish(server, "guides", "moves", { version: 9 })).status).toBe(404);
    expect((await publish(server, "guides", "moves", { version: 0 })).status).toBe(400);
  });

  it("R36: a guide is as old in production as its first publication there", async () => {
    await rename("tried", "One");
    await publish(server, "guides", "tried", STAGING);
    const start = server.time.now;
    server.time.now += 60_000;
    await publish(server, "guides", "tried");
    const since = async (as: string) =>
      (await open(as)).guides.find(({ body }) => body.id === "tried")?.publishedAt;
    expect(await since(server.home.writeKey)).toBe(start + 60_000);
    expect(await since(await staging())).toBe(start);
    server.time.now = start;
  });

  it("R18: a draft that says what is in force elsewhere is that version, and no new one", async () => {
    await rename("same", "One");
    await publish(server, "guides", "same", STAGING);
    const there = await publish(server, "guides", "same");
    expect(there).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await publish(server, "guides", "same")).toMatchObject({
      status: 200,
      body: there.body,
    });
  });

  it("R19: what a document names must be published in the same environment", async () => {
    await put(server, "features", feature("near"));
    await publish(server, "features", "near", STAGING);
    await put(server, "signals", signal("asks", "near"));
    expect((await publish(server, "signals", "asks")).status).toBe(400);
    expect((await publish(server, "signals", "asks", STAGING)).status).toBe(201);
    const remove = (kind: string, id: string) =>
      server.ask(`/v1/${kind}/${id}`, { method: "DELETE", as: server.home.adminToken });
    expect((await remove("features", "near")).status).toBe(409);
    await remove("signals", "asks");
    expect((await remove("features", "near")).status).toBe(200);
    expect((await open(await staging())).features.map(({ body }) => body.id)).not.toContain("near");
  });

  it("R20: a setting of the workspace counts both environments up", async () => {
    const keys = [server.home.writeKey, await staging()];
    const revisions = () => Promise.all(keys.map(async (key) => (await open(key)).revision));
    const before = await revisions();
    await server.ask("/v1/settings/sync", {
      method: "PUT",
      as: server.home.adminToken,
      body: { events: "all" },
    });
    expect(await revisions()).toEqual(before.map((revision) => revision + 1));
  });

  it("R62: what staging sends is judged, and nothing of it is kept", async () => {
    const key = await staging();
    const reply = await server.send([used("save", { userId: "ann" }), { type: "track" }], key);
    expect(reply.results.map(({ status }) => status)).toEqual(["accepted", "rejected"]);
    await server.db.transaction(server.home.workspace, async (sql) => {
      for (const table of ["events", "users", "devices", "use_log"]) {
        expect(await sql.query(`SELECT * FROM ${table}`), table).toEqual([]);
      }
    });
    const [same] = (await server.send([used("save", { userId: "ann" })])).results;
    expect(same?.status).toBe("accepted");
  });
});
