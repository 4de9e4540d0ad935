import { describe, expect, it } from "vitest";
import { createConsoleClient } from "../../components/console/client.ts";
import { trySignIn } from "../../components/console/try-sign-in.ts";
import type { Ask } from "../../components/ports.ts";
import type { Database } from "../../server/db/database.ts";
import { createAddressOf } from "../../server/http/client-address.ts";
import { ENGINES, openTestDatabase } from "../support/database.ts";
import { used } from "../support/messages.ts";
import { startTestServer, useServer } from "../support/server.ts";

type Refusal = { error: { code: string; message: string; retryAfter?: number } };
const HOME = "203.0.113.7";

describe.each(ENGINES)("limits on %s", (engine) => {
  const server = useServer(engine, {
    tries: { perSecond: 0.1, burst: 3 },
    questions: { perSecond: 10, burst: 20 },
    addressOf: createAddressOf(["10.0.0.0/8"]),
  });

  /** Asks as a client behind the proxy, which says from where. */
  const askFrom = (address: string, as: string, path = "/v1/workspace") =>
    server.ask<Refusal>(path, {
      as,
      headers: { "X-Forwarded-For": address },
      peer: "10.0.0.2",
    });
  const guess = async (address: string, times: number, name = "wmt_guess") => {
    const statuses: number[] = [];
    for (let n = 0; n < times; n += 1)
      statuses.push((await askFrom(address, `${name}${n}`)).status);
    return statuses;
  };

  it("R80: who tries out tokens is asked to wait, in words, in seconds and as a header", async () => {
    expect(await guess(HOME, 5)).toEqual([401, 401, 401, 429, 429]);
    const { status, headers, body } = await askFrom(HOME, "wmt_another");
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toBe("10");
    expect(body.error).toEqual({
      code: "too_many_requests",
      message: "Too many unknown keys or tokens came from this address. Try again in 10 s.",
      retryAfter: 10,
    });
    server.time.now += 10_000;
    expect(await guess(HOME, 2, "wmt_later")).toEqual([401, 429]);
  });

  it("R80: others, and those who are signed in already, are not shut out", async () => {
    const { adminToken, writeKey } = await server.newWorkspace();
    const office = "198.51.100.1";
    expect((await askFrom(office, adminToken)).status).toBe(200);
    expect(await guess(office, 4, "wmt_office")).toEqual([401, 401, 401, 429]);
    server.time.now += 11_000;
    expect(await guess(office, 2, "wmt_more")).toEqual([401, 429]);
    expect((await askFrom(office, adminToken)).status).toBe(200);
    expect((await askFrom("198.51.100.2", writeKey)).status).toBe(200);
  });

  it("R80: right ones cost nothing, and a revoked key in many browsers costs one try", async () => {
    const office = "198.51.100.3";
    for (let n = 0; n < 6; n += 1) {
      const { writeKey } = await server.newWorkspace();
      expect((await askFrom(office, writeKey)).status).toBe(200);
    }
    for (let n = 0; n < 6; n += 1) {
      server.time.now += 11_000 * (n % 2);
      expect((await askFrom(office, "wmk_revoked")).status).toBe(401);
    }
    expect(await guess(office, 2, "wmt_rest")).toEqual([401, 401]);
  });

  it("R81: a token that asks too often waits, and its workspace goes on", async () => {
    const { adminToken: as, writeKey } = server.home;
    const asked = () => server.ask<Refusal>("/v1/forwards", { as });
    const answers = await Promise.all(Array.from({ length: 25 }, asked));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.body.error.retryAfter).toBe(1);
    expect((await server.send([used("save")], writeKey)).results[0]?.status).toBe("accepted");
    server.time.now += 1000;
    expect((await asked()).status).toBe(200);
  });

  it("R85: devices of one address that ask too often wait; others, and what they send, do not", async () => {
    const { writeKey } = await server.newWorkspace();
    const office = "198.51.100.9";
    const answers = await Promise.all(
      Array.from({ length: 103 }, () => askFrom(office, writeKey, "/v1/workspace")),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    const heavy = await server.ask<Refusal>("/v1/privacy/export", {
      method: "POST",
      as: writeKey,
      headers: { "X-Forwarded-For": office },
      peer: "10.0.0.2",
      body: {},
    });
    expect(heavy.body.error.retryAfter).toBe(5);
    expect((await askFrom("198.51.100.10", writeKey)).status).toBe(200);
    expect((await server.send([used("save")], writeKey)).success).toBe(true);
    server.time.now += 1000;
    expect((await askFrom(office, writeKey)).status).toBe(200);
  });

  it("R80, R81: the console says for how long", async () => {
    const { adminToken: token } = await server.newWorkspace();
    const session = { server: "", token };
    const request = (async (path: string, init: RequestInit) =>
      server.fetch(path, init)) as typeof fetch;
    const client = createConsoleClient(session, request);
    const busy = { code: "busy", status: 429, wait: expect.any(Number) };
    let answer = await client.features(7, new AbortController().signal);
    for (let n = 0; n < 20 && answer.ok; n += 1) {
      answer = await client.features(7, new AbortController().signal);
    }
    expect(answer).toEqual({ ok: false, error: busy });
    const ask = (async (name: string) => ({
      ok: true,
      value: name === "console.session" ? session : null,
    })) as unknown as Ask;
    expect(await trySignIn({ ask, fetch: request }, token)).toMatchObject({
      kind: "query",
      error: busy,
    });
  });
});

describe.each(ENGINES)("heavy questions on %s", (engine) => {
  it("R81: however many wait for the database, what devices send is stored meanwhile", async () => {
    const db = await openTestDatabase(engine);
    const released = Promise.withResolvers<void>();
    const most = engine === "embedded" ? 1 : 6;
    const allRun = Promise.withResolvers<void>();
    let held = 0;
    const slow: Database = {
      ...db,
      async read(workspace, work) {
        held += 1;
        if (held === most) allRun.resolve();
        await released.promise;
        return db.read(workspace, work);
      },
    };
    const server = await startTestServer(db, { db: slow });
    try {
      const { adminToken: as } = server.home;
      const ask = () => server.ask("/v1/forwards", { as });
      const answers = Array.from({ length: 30 }, ask);
      await allRun.promise;
      expect((await server.send([used("save")])).results[0]?.status).toBe("accepted");
      expect(held).toBe(most);
      released.resolve();
      expect((await Promise.all(answers)).every(({ status }) => status === 200)).toBe(true);
    } finally {
      await db.close();
    }
  });
});
