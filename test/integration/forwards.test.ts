import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Forward, NewForward } from "../../lib/model/forward.ts";
import type { WireMessage } from "../../lib/model/wire.ts";
import { createForwarder, type Forwarder } from "../../server/forward/forwarder.ts";
import { take } from "../../server/forward/hold.ts";
import { listen } from "../../server/serve.ts";
import { type Collector, startCollector } from "../support/collector.ts";
import { ENGINES } from "../support/database.ts";
import { at, identified, used } from "../support/messages.ts";
import { sendTo } from "../support/outbound.ts";
import { NOW, useServer } from "../support/server.ts";

/**
 * No other product's collector could be run here, so that requests are held against what their makers publish:
 * https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/server/http-api (batch, Basic, 500 KB),
 * https://posthog.com/docs/api/capture (batch: api_key, event, distinct_id, timestamp),
 * https://github.com/cloudevents/spec (JSON format and HTTP webhooks 1.0). Waymark's own server is a real
 * Segment-compatible collector, and takes part as one.
 */
describe.each(ENGINES)("forwards on %s", (engine) => {
  let forwarder: Forwarder;
  let collector: Collector;
  let home: { workspace: string; writeKey: string; adminToken: string };
  const ending = new AbortController();
  const server = useServer(engine, { stored: (workspace) => forwarder.wake(workspace) });

  beforeEach(async () => {
    server.time.now = NOW;
    const { db, deps } = server;
    const { clock, log } = deps;
    forwarder = createForwarder(
      { db, clock, log, random: () => 1, send: sendTo(ending.signal) },
      ending.signal,
    );
    collector = await startCollector();
    home = await server.newWorkspace();
  });
  afterEach(async () => {
    await forwarder.settled();
    await collector.close();
  });
  afterAll(() => ending.abort());

  const put = (id: string, body: NewForward) =>
    server.ask<Forward>(`/v1/forwards/${id}`, { method: "PUT", as: home.adminToken, body });
  const send = async (...messages: object[]) => {
    await server.send(messages, home.writeKey);
    await forwarder.settled();
  };
  const state = async (id = "out") => {
    const { body } = await server.ask<{ items: Forward[] }>("/v1/forwards", {
      as: home.adminToken,
    });
    return body.items.find((forward) => forward.id === id);
  };
  const batchOf = (request: number) =>
    (collector.requests[request]?.body as { batch: (WireMessage & { messageId: string })[] }).batch;

  it("R58: a Segment-compatible collector gets each message as it was stored, with its key as Basic user", async () => {
    const url = `${collector.url}/v1/batch`;
    const { body } = await put("out", { kind: "segment", url, secret: "their-key" });
    expect(body).toMatchObject({ hint: "-key", waiting: 0 });
    expect(JSON.stringify(body)).not.toContain("their-key");
    const message = used("save", {
      userId: "ann",
      context: { waymark: { boot: "b", seq: 1, verifiedToken: "signed-secret" } },
    });
    await send(message, identified("ann", { plan: "pro" }));
    const [request] = collector.requests;
    expect(request?.path).toBe("/v1/batch");
    expect(request?.headers.authorization).toBe(`Basic ${btoa("their-key:")}`);
    expect(request?.body).toMatchObject({ sentAt: new Date(NOW).toISOString() });
    const [first, second] = batchOf(0);
    expect([first, second]).toContainEqual({
      ...message,
      context: { waymark: { boot: "b", seq: 1 } },
    });
    expect([first?.type, second?.type].sort()).toEqual(["identify", "track"]);
    expect(request?.text).not.toContain("signed-secret");
    expect(await state()).toMatchObject({ sent: 2, waiting: 0, error: null });
  });

  it("R59: what got no verdict is sent again, the same to the byte, not before the wait is over", async () => {
    await put("out", { kind: "segment", url: collector.url });
    collector.answers = [
      { status: 503 },
      { status: 429, headers: { "Retry-After": "60" } },
      { status: 200 },
    ];
    await send(used("save"));
    expect(await state()).toMatchObject({ waiting: 1, nextAt: NOW + 5_000 });
    forwarder.wake(home.workspace);
    await forwarder.settled();
    expect(collector.requests).toHaveLength(1);
    server.time.now = NOW + 5_000;
    forwarder.wake(home.workspace);
    await forwarder.settled();
    expect((await state())?.nextAt).toBeGreaterThanOrEqual(NOW + 65_000);
    server.time.now = NOW + 120_000;
    forwarder.wake(home.workspace);
    await forwarder.settled();
    expect(await state()).toMatchObject({ waiting: 0, sent: 1, error: null });
    const messages = [0, 1, 2].map((n) => JSON.stringify(batchOf(n)));
    expect(new Set(messages).size).toBe(1);
  });

  it("R59: one message that is refused costs no other, and is dropped and counted", async () => {
    await put("out", { kind: "cloudevents", url: collector.url });
    collector.answers = [{ status: 400 }, { status: 200 }];
    await send(used("bad", at(NOW - 2)));
    expect(await state()).toMatchObject({ dropped: 1, waiting: 0 });
    server.time.now = NOW + 600_000;
    await send(used("good"));
    expect(await state()).toMatchObject({ sent: 1, dropped: 1 });
  });

  it("R58: Waymark's own server takes it as a Segment client, and knows again what comes twice", async () => {
    const other = await server.newWorkspace();
    const path = (request: Request) => new URL(request.url).pathname;
    const app = await listen((request) => server.fetch(path(request), request), 0, "127.0.0.1");
    const url = `${app.url}/v1/batch`;
    await put("out", { kind: "segment", url, secret: other.writeKey });
    // More at once than it takes in a batch: 413, and the request is halved.
    collector.answers = [{ status: 200 }];
    const many = Array.from({ length: 3 }, () => Array.from({ length: 100 }, () => used("save")));
    await Promise.all(many.map((batch) => server.send(batch, home.writeKey)));
    await forwarder.settled();
    const idsIn = (workspace: string) =>
      server.db.transaction(workspace, async (sql) =>
        (await sql.query("SELECT message_id, at FROM events ORDER BY 1")).map((row) =>
          JSON.stringify(row),
        ),
      );
    expect(await idsIn(other.workspace)).toEqual(await idsIn(home.workspace));
    expect(await state()).toMatchObject({ sent: 300, dropped: 0, waiting: 0 });
    await app.close(1_000);
  });

  it("R58: PostHog gets events with the key, the person, the time and an id that stay the same", async () => {
    await put("out", { kind: "posthog", url: `${collector.url}/batch/`, secret: "phc_1" });
    const use = used("save", { userId: "ann", context: { groupId: "acme" } });
    const who = identified("ann", { plan: "pro" }, { messageId: "no-uuid" });
    await send(use, who);
    const body = collector.requests[0]?.body as { api_key: string; batch: object[] };
    expect(body).toMatchObject({ api_key: "phc_1", historical_migration: false });
    expect(body.batch).toContainEqual({
      event: "Feature Used",
      distinct_id: "ann",
      timestamp: use.timestamp,
      uuid: use.messageId,
      properties: { feature: "save", $groups: { account: "acme" }, $lib: "waymark" },
    });
    expect(body.batch).toContainEqual({
      event: "$identify",
      distinct_id: "ann",
      timestamp: who.timestamp,
      uuid: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      properties: { $anon_distinct_id: "device-1", $set: { plan: "pro" }, $lib: "waymark" },
    });
  });

  it("R58: a CloudEvents webhook gets one event a request, several only where it asked for them", async () => {
    await put("out", { kind: "cloudevents", url: collector.url, secret: "token" });
    const [a, b] = [used("a", { userId: "ann" }), used("b")];
    await send(a, b);
    expect(collector.requests).toHaveLength(2);
    for (const { headers, body } of collector.requests) {
      expect(headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8");
      expect(headers.authorization).toBe("Bearer token");
      const event = body as { id: string; data: { messageId: string } };
      expect(event).toMatchObject({
        specversion: "1.0",
        source: `urn:uuid:${home.workspace}`,
        type: "waymark.track",
        datacontenttype: "application/json",
      });
      expect(event.id).toBe(event.data.messageId);
    }
    await put("out", { kind: "cloudevents", url: collector.url, batch: true });
    await send(used("c"), used("d"));
    const last = collector.requests.at(-1);
    expect(last?.headers["content-type"]).toBe("application/cloudevents-batch+json; charset=utf-8");
    expect(last?.body).toHaveLength(2);
  });

  it("R60: what was deleted is forwarded no more, and what waits outlives the server", async () => {
    await put("out", { kind: "segment", url: collector.url });
    collector.answers = [{ status: 503 }, { status: 200 }];
    await send(used("save", { userId: "ann" }), used("save", { userId: "bob" }));
    const of = { of: { user: "ann" } };
    await server.ask("/v1/privacy/delete", { method: "POST", as: home.adminToken, body: of });
    server.time.now = NOW + 600_000;
    const { db, deps } = server;
    forwarder = createForwarder(
      { ...deps, db, random: () => 1, send: sendTo(ending.signal) },
      ending.signal,
    );
    await forwarder.resume();
    await forwarder.settled();
    expect(batchOf(1).map(({ userId }) => userId)).toEqual(["bob"]);
  });

  it("R60: of two servers one sends, and each message goes once", async () => {
    await put("out", { kind: "segment", url: collector.url });
    const twin = createForwarder(
      { ...server.deps, random: () => 1, send: sendTo(ending.signal) },
      ending.signal,
    );
    for (let round = 0; round < 10; round++) {
      await server.send(
        Array.from({ length: 20 }, () => used("save")),
        home.writeKey,
      );
      twin.wake(home.workspace);
      forwarder.wake(home.workspace);
    }
    await Promise.all([twin.settled(), forwarder.settled()]);
    const ids = collector.requests.flatMap((_, at) =>
      batchOf(at).map(({ messageId }) => messageId),
    );
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
    expect(await state()).toMatchObject({ sent: 200, waiting: 0 });
  });

  it("R60: a server that is gone is followed by another", async () => {
    await put("out", { kind: "segment", url: collector.url });
    await server.db.transaction(home.workspace, (sql) =>
      take(sql, home.workspace, "out", { by: "00000000-0000-4000-8000-000000000000", now: NOW }),
    );
    await send(used("save"));
    expect(await state()).toMatchObject({ waiting: 1, sent: 0 });
    server.time.now = NOW + 121_000;
    forwarder.wake(home.workspace);
    await forwarder.settled();
    expect(await state()).toMatchObject({ waiting: 0, sent: 1 });
  });

  it("R58: authors are told the names of targets, and nothing else of them", async () => {
    await put("out", { kind: "segment", url: collector.url, secret: "key-1234" });
    const token = { method: "POST", as: home.adminToken, body: { name: "Ann", role: "author" } };
    const { body } = await server.ask<{ secret: string }>("/v1/tokens", token);
    const as = body.secret;
    expect((await server.ask("/v1/forwards", { as })).status).toBe(403);
    const names = await server.ask("/v1/forwards/names", { as });
    expect(names.body).toEqual({ items: [{ id: "out", kind: "segment" }] });
    await server.ask("/v1/forwards/out", { method: "DELETE", as: home.adminToken });
  });

  it("R58: only administrators say where to, and only addresses that are safe", async () => {
    const as = home.writeKey;
    expect((await server.ask("/v1/forwards", { as })).status).toBe(403);
    for (const url of ["http://collector.example/v1", "https://a:b@collector.example", "nowhere"]) {
      const answer = await put("out", { kind: "segment", url });
      expect(answer.status, url).toBe(400);
      expect(JSON.stringify(answer.body)).toContain("https:");
    }
    await put("out", { kind: "segment", url: collector.url, secret: "key-1234" });
    await put("out", { kind: "segment", url: collector.url });
    expect((await state())?.hint).toBe("1234");
    const gone = { method: "DELETE", as: home.adminToken };
    expect((await server.ask("/v1/forwards/out", gone)).status).toBe(204);
    expect((await server.ask("/v1/forwards/out", gone)).status).toBe(404);
    await send(used("save"));
    expect(collector.requests).toEqual([]);
  });
});
