import "fake-indexeddb/auto";
import { SignJWT } from "jose";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { createGuides } from "../../lib/background/guides.ts";
import { createSync } from "../../lib/background/sync.ts";
import type { KnownPeople } from "../../lib/model/audience.ts";
import type { OwnAccount } from "../../lib/model/own-account.ts";
import { ingest } from "../../lib/store/ingest.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { openDevice } from "../../lib/store/open.ts";
import { accountsOf } from "../support/accounts.ts";
import { identified as said } from "../support/captured.ts";
import { ENGINES } from "../support/database.ts";
import { guide, publish, put, step } from "../support/documents.ts";
import { createMemoryPlatform } from "../support/memory-platform.ts";
import { at, guided, identified } from "../support/messages.ts";
import { NOW, type TestServer, useServer } from "../support/server.ts";

const SITE = "https://app.test";
const ofAccount = { type: "attribute", of: "account", name: "plan", op: "eq", value: "pro" };
const name = { type: "variable", of: "account", name: "short_name", fallback: "your team" };

describe.each(ENGINES)("attributes of one's own account on %s", (engine) => {
  const server = useServer(engine);
  let secret = "";

  beforeAll(async () => {
    const as = server.home.adminToken;
    const body = { id: "app", algorithm: "HS256" };
    const key = await server.ask<{ secret: string }>("/v1/identity-keys", {
      method: "POST",
      as,
      body,
    });
    secret = key.body.secret;
    await put(server, "segments", { id: "pro", name: "Pro", when: ofAccount } as never);
    await publish(server, "segments", "pro");
    const hello = { en: [{ type: "paragraph", children: [name] }] };
    const tour = guide("tour", {
      trigger: { start: "auto" },
      audience: { type: "segment", segment: "pro" },
      steps: [step("first", { body: hello })],
    });
    await put(server, "guides", tour);
    await publish(server, "guides", "tour");
    const group = (groupId: string, traits: object) => ({
      type: "group",
      messageId: uuidv7(),
      groupId,
      traits,
      ...at(NOW),
    });
    await server.send([
      group("acme", { plan: "pro", short_name: "Acme", mrr: 90_000, risk: "high" }),
      group("basic", { plan: "free" }),
    ]);
  });

  const sign = (account: string | null, key = secret, more: { exp?: number; sub?: string } = {}) =>
    new SignJWT(account === null ? {} : { account })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(more.sub ?? "ann")
      .setAudience(server.home.workspace)
      .setExpirationTime(Math.floor((more.exp ?? NOW + 600_000) / 1000))
      .sign(new TextEncoder().encode(key));
  const me = async (token: string) =>
    server.ask<OwnAccount>("/v1/me", {
      as: server.home.writeKey,
      headers: { "Waymark-Identity": token },
    });

  it("C16: whoever is vouched for is told what published conditions and texts ask for, and no more", async () => {
    const { status, body, headers } = await me(await sign("acme"));
    expect(status).toBe(200);
    expect(body).toEqual({
      user: "ann",
      account: "acme",
      attributes: { plan: "pro", short_name: "Acme" },
      guides: [],
    });
    expect(headers.get("Cache-Control")).toContain("no-store");
    expect((await me(await sign("unknown"))).body.attributes).toEqual({});
    expect((await me(await sign(null))).body).toEqual({
      user: "ann",
      account: null,
      attributes: {},
      guides: [],
    });
  });

  it("C16, J13: what the workspace itself said of the account stands above what the app says, if something asks for it", async () => {
    const custom = { short_name: "Ours", margin: 3 };
    await accountsOf(server).put("basic", { custom });
    const { body } = await me(await sign("basic"));
    expect(body.attributes).toEqual({ plan: "free", short_name: "Ours" });
  });

  it("C16: a correction, or a sync, reaches devices in place of what the app says; what they pay does not", async () => {
    const { put: write } = accountsOf(server);
    const names = ["plan", "industry", "mrr", "owner", "renewal"];
    const words = names.map((name) => ({ type: "variable", of: "account", name, fallback: "?" }));
    const body = { en: [{ type: "paragraph", children: words }] };
    await put(server, "guides", guide("words", { steps: [step("one", { body: body as never })] }));
    await publish(server, "guides", "words");
    const traits = { plan: "free", industry: "Food", renewal: "2027-01-31" };
    const group = { type: "group", groupId: "fixed", traits, ...at(NOW) };
    await server.send([{ ...group, messageId: uuidv7() }]);
    const told = async () => (await me(await sign("fixed"))).body.attributes;
    expect(await told()).toEqual(traits);
    const money = { minor: 100, currency: "EUR" };
    const correction = { plan: "pro", vertical: "Retail", mrr: money, owner: "csm@x.test" };
    await write("fixed", { ...correction, renewal: null }, "?as=hand");
    expect(await told()).toEqual({ plan: "pro", industry: "Retail" });
    await server.send([{ ...group, messageId: uuidv7(), traits: { plan: "basic" } }]);
    expect(await told()).toMatchObject({ plan: "pro" });
    const { body: known } = await server.ask<KnownPeople>("/v1/query/people", {
      as: server.home.adminToken,
    });
    expect(known.people.every(({ accountTraits }) => accountTraits.plan !== "basic")).toBe(true);
    const as = server.home.adminToken;
    expect((await server.ask("/v1/guides/words", { method: "DELETE", as })).status).toBeLessThan(
      300,
    );
  });

  it("C18: people are told how they stand with guides, on whatever device they saw them", async () => {
    const from = (device: string, ago: number, more: object = {}) => ({
      anonymousId: device,
      ...at(NOW - ago),
      ...more,
    });
    const eve = { userId: "eve" };
    const shown = (guide: string) => ({ guide, version: 1, step: "first" });
    await server.send([
      guided("started", shown("before"), from("phone", 9_000)),
      guided("step_shown", shown("before"), from("phone", 8_900)),
      guided("dismissed", shown("before"), from("phone", 8_000)),
      identified("eve", {}, from("phone", 7_000, eve)),
      guided("started", shown("done"), from("phone", 6_000, eve)),
      guided("step_shown", shown("done"), from("phone", 5_900, eve)),
      guided("completed", shown("done"), from("desk", 5_000, eve)),
      guided("started", shown("left"), from("desk", 4_000, eve)),
      guided("step_shown", shown("left"), from("desk", 3_900, eve)),
      guided("started", shown("unseen"), from("desk", 3_000, eve)),
      guided("started", shown("other"), from("tablet", 3_000, { userId: "zoe" })),
      guided("step_shown", shown("other"), from("tablet", 2_900, { userId: "zoe" })),
    ]);
    const { body } = await me(await sign(null, secret, { sub: "eve" }));
    const time = (ago: number) => NOW - ago;
    expect(body.guides).toEqual([
      { guide: "before", startedAt: time(9_000), status: "dismissed", at: time(8_000) },
      { guide: "done", startedAt: time(6_000), status: "completed", at: time(5_000) },
      { guide: "left", startedAt: time(4_000), status: "snoozed", at: time(4_000) },
    ]);
  });

  it("D31: a guide that was completed on another device does not start on this one", async () => {
    const fay = { userId: "fay", anonymousId: "phone-2" };
    const seen = { guide: "tour", version: 1, step: "first" };
    await server.send([
      guided("started", seen, { ...fay, ...at(NOW - 9_000) }),
      guided("step_shown", seen, { ...fay, ...at(NOW - 8_000) }),
      guided("completed", seen, { ...fay, ...at(NOW - 7_000) }),
    ]);
    const device = await connectDevice(server);
    await device.say("gil", await sign("acme", secret, { sub: "gil" }));
    expect(await device.due()).toEqual(["tour"]);
    await device.say("fay", await sign("acme", secret, { sub: "fay" }));
    expect(await device.due()).toEqual([]);
  });

  it("C16: nobody else is told anything", async () => {
    const other = "another secret of the same length as ours";
    for (const token of [
      "no token",
      await sign("acme", other),
      await sign("acme", secret, { exp: NOW - 3_600_000 }),
    ]) {
      expect((await me(token)).status).toBe(403);
    }
    expect((await me("")).status).toBe(400);
    expect((await server.ask("/v1/me")).status).toBe(401);
  });

  it("C16: a device decides by them and fills them in, for exactly that person", async () => {
    const device = await connectDevice(server);
    expect(await device.due()).toEqual([]);
    await device.say("ann", await sign("acme"));
    expect(await device.due()).toEqual(["tour"]);
    expect(JSON.stringify(await device.store.getAll("meta"))).not.toMatch(/90000|risk/);
    await device.guides.claim("tour", device.place);
    expect(JSON.stringify(await device.guides.orders(device.place))).toContain('"text":"Acme"');

    await device.say("bob", await sign("basic", secret, { sub: "bob" }));
    expect(await device.due()).toEqual([]);
    await device.say("ann", null);
    expect(await device.due()).toEqual([]);
    expect(JSON.stringify(await device.store.getAll("meta"))).not.toContain("Acme");
  });
});

/** A device that talks to the server over no network at all. */
async function connectDevice(server: TestServer) {
  const platform = createMemoryPlatform(async (input, init) => {
    const answer = await server.ask<unknown>(new URL(String(input)).pathname, {
      method: init?.method ?? "GET",
      headers: init?.headers as Record<string, string>,
      ...(init?.body ? { body: init.body } : {}),
    });
    return new Response(JSON.stringify(answer.body), {
      status: answer.status,
      headers: answer.headers,
    });
  });
  platform.time = NOW;
  const { store } = await openDevice(uuidv7());
  const nothing = async () => undefined;
  const sync = createSync(platform, store, {
    closeGuides: nothing,
    drain: nothing,
    learnPolicy: nothing,
  });
  const guides = createGuides(platform, store);
  await sync.connect("http://localhost:1", server.home.writeKey);
  await setMeta(store, "sites", [SITE]);
  platform.open.set(1, `${SITE}/`);
  const place = { tab: 1, url: new URL(`${SITE}/`), document: "one" };
  return {
    store,
    guides,
    place,
    due: async () => (await guides.arrive(place)).map((watch) => watch.guide),
    say: async (user: string, token: string | null) => {
      const event = said(user, NOW, token === null ? {} : { token });
      await ingest(store, [event], { version: "1.0.0", now: NOW });
      await sync.accounts();
    },
  };
}
