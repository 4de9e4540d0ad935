import { generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import type { FeatureAdoption, UserSignals } from "../../lib/model/query.ts";
import type { FirstStart } from "../../server/first-start.ts";
import { ENGINES } from "../support/database.ts";
import { at, type Fields, identified, signalled, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

describe.each(ENGINES)("people on %s", (engine) => {
  const server = useServer(engine);

  const peopleOf = async ({ adminToken }: FirstStart) =>
    (await server.ask<UserSignals>("/v1/query/signals", { as: adminToken })).body.users;

  const usersOf = async ({ adminToken }: FirstStart, feature: string) => {
    const { body } = await server.ask<FeatureAdoption>("/v1/query/features", { as: adminToken });
    return body.features.find((entry) => entry.feature === feature)?.users;
  };

  it("R11: what a device did before somebody was known on it is theirs, whatever arrives first", async () => {
    const ws = await server.newWorkspace();
    const ann = { userId: "ann", anonymousId: "phone", ...at(NOW - 1000) };
    const bob = { userId: "bob", anonymousId: "phone", ...at(NOW) };
    const before = { anonymousId: "phone", ...at(NOW - 5000) };
    await server.send([used("draw", before)], ws.writeKey);
    expect(await peopleOf(ws)).toMatchObject([{ user: "phone", anonymous: true }]);
    await server.send([identified("bob", {}, bob)], ws.writeKey);
    await server.send([identified("ann", {}, ann), signalled("s", true, before)], ws.writeKey);
    await server.send([used("draw", ann)], ws.writeKey);
    expect(await usersOf(ws, "draw")).toBe(1);
    expect(await peopleOf(ws)).toMatchObject([
      { user: "bob", values: {} },
      { user: "ann", anonymous: false, values: { s: { value: true, since: NOW } } },
    ]);
  });

  it("R11: a device and a user with the same id are two", async () => {
    const ws = await server.newWorkspace();
    await server.send([used("x", { anonymousId: "same" })], ws.writeKey);
    await server.send([used("x", { anonymousId: null, userId: "same" })], ws.writeKey);
    expect(await usersOf(ws, "x")).toBe(2);
  });

  const addKey = async (ws: FirstStart, body: Fields) =>
    (
      await server.ask<{ secret?: string }>("/v1/identity-keys", {
        method: "POST",
        as: ws.adminToken,
        body,
      })
    ).body;

  const token = (ws: FirstStart, claims: { sub?: string; exp?: number; aud?: string } = {}) =>
    new SignJWT()
      .setSubject(claims.sub ?? "ann")
      .setAudience(claims.aud ?? ws.workspace)
      .setExpirationTime(Math.floor((claims.exp ?? NOW + HOUR) / 1000));

  const withToken = (text: string): Fields => ({ context: { waymark: { token: text } } });

  it("R12: a token of the host's back end, HS256 or EdDSA, makes a person verified", async () => {
    const ws = await server.newWorkspace();
    const { secret = "" } = await addKey(ws, { id: "shared", algorithm: "HS256" });
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const pem = publicKey.export({ type: "spki", format: "pem" });
    await addKey(ws, { id: "pair", algorithm: "EdDSA", publicKey: pem });
    const shared = await token(ws)
      .setProtectedHeader({ alg: "HS256", kid: "shared" })
      .sign(new TextEncoder().encode(secret));
    const pair = await token(ws, { sub: "bob" })
      .setProtectedHeader({ alg: "EdDSA" })
      .sign(privateKey);
    await server.send(
      [identified("ann", {}, withToken(shared)), identified("bob", {}, withToken(pair))],
      ws.writeKey,
    );
    const verified = (await peopleOf(ws)).map(({ user, verified: yes }) => [user, yes]);
    expect(verified.sort()).toEqual([
      ["ann", true],
      ["bob", true],
    ]);
  });

  it("R12: a token that does not fit is as good as none, and the message is still kept", async () => {
    const ws = await server.newWorkspace();
    const { secret = "" } = await addKey(ws, { id: "shared", algorithm: "HS256" });
    const sign = (claims: Parameters<typeof token>[1], key = secret) =>
      token(ws, claims).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(key));
    const unfit = [
      await sign({ sub: "somebody else" }),
      await sign({ aud: "another workspace" }),
      await sign({ exp: NOW - HOUR }),
      await sign({ exp: NOW + 3 * HOUR }),
      await sign({}, "another secret of the same length as ours"),
      "no token",
    ];
    const reply = await server.send(
      unfit.map((text) => identified("ann", {}, withToken(text))),
      ws.writeKey,
    );
    expect(reply.success).toBe(true);
    expect(await peopleOf(ws)).toMatchObject([{ user: "ann", verified: false }]);
  });

  it("R12: what happened offline while the token was valid is vouched for when it arrives late", async () => {
    const ws = await server.newWorkspace();
    const { secret = "" } = await addKey(ws, { id: "shared", algorithm: "HS256" });
    const text = await token(ws, { exp: NOW - 23 * HOUR })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(secret));
    const then = at(NOW - 24 * HOUR);
    await server.send([identified("ann", {}, { ...withToken(text), ...then })], ws.writeKey);
    expect(await peopleOf(ws)).toMatchObject([{ user: "ann", verified: true }]);
  });

  it("R13: an identity that nobody vouched for changes nothing about a person that was", async () => {
    const ws = await server.newWorkspace();
    const { secret = "" } = await addKey(ws, { id: "shared", algorithm: "HS256" });
    const text = await token(ws)
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(secret));
    const context = { groupId: "acme", waymark: { token: text } };
    await server.send([identified("ann", { plan: "free" }, { context })], ws.writeKey);
    const forged = { context: { groupId: "evil" }, ...at(NOW + 1000) };
    await server.send([identified("ann", { plan: "enterprise" }, forged)], ws.writeKey);
    const [row] = await server.db.transaction(ws.workspace, (sql) =>
      sql.query("SELECT account_id, traits, verified FROM users"),
    );
    expect(row).toEqual({ account_id: "acme", traits: { plan: "free" }, verified: true });
  });

  it("R12: keys are checked when they are added, and removed ones vouch for nobody", async () => {
    const ws = await server.newWorkspace();
    const asAdmin = { as: ws.adminToken };
    const post = (body: Fields) =>
      server.ask("/v1/identity-keys", { method: "POST", ...asAdmin, body });
    expect((await post({ id: "k", algorithm: "EdDSA", publicKey: "no key" })).status).toBe(400);
    expect((await post({ id: "k", algorithm: "HS256" })).status).toBe(201);
    expect((await post({ id: "k", algorithm: "HS256" })).status).toBe(409);
    const path = "/v1/identity-keys/k";
    expect((await server.ask(path, { method: "DELETE", ...asAdmin })).status).toBe(204);
    expect((await server.ask(path, { method: "DELETE", ...asAdmin })).status).toBe(404);
    expect((await server.ask("/v1/identity-keys", asAdmin)).body).toEqual({ items: [] });
  });
});
