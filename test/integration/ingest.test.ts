import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { WIRE_LIMITS, type WireReply } from "../../lib/model/wire.ts";
import { EVER, readUses } from "../../server/usage/read-uses.ts";
import segment from "../fixtures/forward/segment.json" with { type: "json" };
import { ENGINES } from "../support/database.ts";
import { at, guided, identified, signalled, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const statuses = (reply: WireReply) => reply.results.map((result) => result.status);
const DAY = 86_400_000;

describe.each(ENGINES)("ingest on %s", (engine) => {
  const server = useServer(engine);

  const countOf = (home: { workspace: string }, feature: string) =>
    server.db.read(home.workspace, async (sql) => {
      const { days } = await readUses(sql, home.workspace, { used: EVER, to: "9999-12-31" });
      const own = days.filter((one) => one.feature === feature);
      return own.reduce((sum, { uses }) => sum + uses, 0);
    });

  it("R1: a batch that is sent again because its answer was lost is counted once", async () => {
    const batch = [used("resent"), used("resent"), used("resent")];
    expect(statuses(await server.send(batch))).toEqual(["accepted", "accepted", "accepted"]);
    expect(statuses(await server.send(batch))).toEqual(["duplicate", "duplicate", "duplicate"]);
    expect(await countOf(server.home, "resent")).toBe(3);
  });

  it("R1: one id twice in a batch counts once, and so does one sent by many at the same time", async () => {
    const message = used("twice");
    expect(statuses(await server.send([message, message]))).toEqual(["accepted", "duplicate"]);
    const other = used("twice");
    const replies = await Promise.all(Array.from({ length: 8 }, () => server.send([other])));
    expect(replies.flatMap(statuses).filter((status) => status === "accepted")).toHaveLength(1);
    expect(await countOf(server.home, "twice")).toBe(2);
  });

  it("R1: ids of one workspace say nothing about another's", async () => {
    const other = await server.newWorkspace();
    const message = used("shared-id");
    await server.send([message]);
    expect(statuses(await server.send([message], other.writeKey))).toEqual(["accepted"]);
  });

  it("what the official client of Segment sends is taken as it is", async () => {
    const batch = segment.body.batch.map((message) => ({ ...message, ...at(NOW) }));
    const reply = await server.send(batch as never);
    expect(statuses(reply)).toEqual(batch.map(() => "accepted"));
  });

  it("R3: bad messages are refused by field, the good ones beside them are kept", async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 9; level += 1) deep = { deep };
    const reply = await server.send([
      used("among"),
      { type: "alias", userId: "u" },
      used("among", { properties: { feature: "Not An Id" } }),
      used("among", { anonymousId: null }),
      used("among", { properties: { feature: "among", text: "a\u0000b" } }),
      used("among", { properties: { feature: "among", text: "\ud800" } }),
      used("among", { properties: { feature: "among", deep } }),
      used("among", { properties: { feature: "among", long: "x".repeat(40_000) } }),
      null,
      signalled("s", { is: "yes" } as never),
      used("among"),
    ]);
    expect(statuses(reply)).toEqual(["accepted", ...Array(9).fill("rejected"), "accepted"]);
    expect(reply.success).toBe(false);
    const reasons = reply.results.map((result) => result.reason ?? "");
    expect(reasons[1]).toContain("type: ");
    expect(reasons[2]).toContain("properties.feature: ");
    expect(reasons[3]).toContain("userId: ");
    expect(reasons[4]).toContain("properties.text: ");
    expect(reasons[9]).toContain("properties.value: ");
    expect(await countOf(server.home, "among")).toBe(2);
  });

  it("R4: a body that is no batch is refused as a whole, with what was wrong", async () => {
    const as = server.home.writeKey;
    const refusal = async (body: unknown) => {
      const answer = await server.ask<{ error: { problems: { path: string }[] } }>("/v1/batch", {
        method: "POST",
        as,
        body,
      });
      return [answer.status, answer.body.error.problems?.map((problem) => problem.path)];
    };
    expect(await refusal("no json")).toEqual([400, [""]]);
    expect(await refusal({})).toEqual([400, ["batch"]]);
    expect(await refusal({ batch: [] })).toEqual([400, ["batch"]]);
    expect(await refusal(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toEqual([400, [""]]);
  });

  it("R4: what is too large is 413, packed or not, and a gzip bomb is not unpacked", async () => {
    const status = async (body: unknown, headers: Record<string, string> = {}) =>
      (await server.ask("/v1/batch", { method: "POST", as: server.home.writeKey, body, headers }))
        .status;
    const gzip = { "Content-Encoding": "gzip" };
    expect(await status({ batch: Array(WIRE_LIMITS.batch + 1).fill(used("x")) })).toBe(413);
    expect(await status("x".repeat(WIRE_LIMITS.bodyBytes + 1))).toBe(413);
    expect(await status(gzipSync(Buffer.alloc(200 * 1024 * 1024)), gzip)).toBe(413);
    expect(await status(Buffer.from("not gzip"), gzip)).toBe(400);
    expect(await status("{}", { "Content-Encoding": "br" })).toBe(415);
  });

  it("R5: gzip, text/plain, and the key in Basic, Bearer or the body are all accepted", async () => {
    const { writeKey } = server.home;
    const post = (body: unknown, headers: Record<string, string>) =>
      server.ask("/v1/batch", { method: "POST", body, headers });
    const body = () => ({ batch: [used("ways")] });
    const basic = `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`;
    const packed = gzipSync(JSON.stringify(body()));
    const ways = [
      await post(packed, { Authorization: basic, "Content-Encoding": "gzip" }),
      await post(body(), { Authorization: `Bearer ${writeKey}` }),
      await post({ ...body(), writeKey }, { "Content-Type": "text/plain" }),
    ];
    expect(ways.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await countOf(server.home, "ways")).toBe(3);
    expect((await post({ ...body(), writeKey: "wrong" }, {})).status).toBe(401);
  });

  it("R5: the single-call paths store one message, with or without an id", async () => {
    const { type: _, messageId: __, ...message } = used("single");
    const answer = await server.ask<WireReply>("/v1/track", {
      method: "POST",
      as: server.home.writeKey,
      body: message,
    });
    expect(answer.body).toEqual({
      success: true,
      results: [{ messageId: null, status: "accepted" }],
    });
    expect(await countOf(server.home, "single")).toBe(1);
  });

  it("R6: a time more than 7 days ahead is refused, one at the edge is not", async () => {
    const reply = await server.send([
      used("future", at(NOW + 7 * DAY)),
      used("future", at(NOW + 7 * DAY + 1)),
      used("future", { timestamp: "yesterday" }),
      used("future", at(Date.UTC(1999, 11, 31))),
    ]);
    expect(statuses(reply)).toEqual(["accepted", "rejected", "rejected", "rejected"]);
    expect(reply.results[1]?.reason).toContain("timestamp: ");
  });

  it("R7: a clock that is a year ahead is corrected by the time of sending", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const ahead = 365 * DAY;
    const message = used("skewed", at(NOW + ahead - 60_000));
    await server.send([message], writeKey, new Date(NOW + ahead).toISOString());
    const [row] = await server.db.transaction(workspace, (sql) =>
      sql.query<{ at: number; client_at: number; received_at: number; clock_offset_ms: number }>(
        "SELECT at, client_at, received_at, clock_offset_ms FROM events",
      ),
    );
    expect(row).toEqual({
      at: NOW - 60_000,
      client_at: NOW + ahead - 60_000,
      received_at: NOW,
      clock_offset_ms: -ahead,
    });
  });

  it("R10: an older signal never overwrites a newer one, in whatever order they arrive", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const user = { userId: "ann" };
    await server.send([signalled("done", true, { ...user, ...at(NOW - 1000) })], writeKey);
    await server.send([signalled("done", false, { ...user, ...at(NOW - 2000) })], writeKey);
    await server.send(
      [
        signalled("other", true, { ...user, ...at(NOW - 1000) }),
        signalled("other", false, { ...user, ...at(NOW - 3000) }),
      ],
      writeKey,
    );
    const rows = await server.db.transaction(workspace, (sql) =>
      sql.query("SELECT signal, value, at FROM signal_values ORDER BY signal"),
    );
    expect(rows).toEqual([
      { signal: "done", value: true, at: NOW - 1000 },
      { signal: "other", value: true, at: NOW - 1000 },
    ]);
  });

  it("R13: traits keep to the newest, and what nobody vouched for does not grow without end", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`more${i}`, i]));
    await server.send([identified("ann", { plan: "pro", nested: { a: 1 } }, at(NOW))], writeKey);
    await server.send([identified("ann", { plan: "old", since: 2020 }, at(NOW - DAY))], writeKey);
    await server.send([identified("ann", many, at(NOW + 1))], writeKey);
    await server.send([identified("ann", { a: 1, b: 2, c: 3 }, at(NOW + 2))], writeKey);
    const [row] = await server.db.transaction(workspace, (sql) =>
      sql.query<{ traits: object }>("SELECT traits FROM users"),
    );
    expect(row?.traits).toEqual({ plan: "pro", since: 2020, ...many });
  });
});

describe.each(ENGINES)("rate on %s", (engine) => {
  const server = useServer(engine, { rate: { perSecond: 10, burst: 20 } });

  it("R8: a write key that sends too much waits as long as it is told", async () => {
    const ask = () =>
      server.ask("/v1/batch", {
        method: "POST",
        as: server.home.writeKey,
        body: { batch: Array.from({ length: 20 }, () => used("many")) },
      });
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get("Retry-After"));
    expect(wait).toBe(2);
    server.time.now += wait * 1000;
    expect((await ask()).status).toBe(200);
  });

  it("R30: an answer to a survey is kept as it was submitted, and one of no question is refused", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const run = { guide: "recommend-acme", version: 1 };
    const answered = (answer: unknown, step?: string) =>
      guided("answered", { ...run, answer, ...(step !== undefined && { step }) });
    const text = { type: "text", value: "Exports,\nand a <b>calendar</b>" };
    const reply = await server.send(
      [
        answered(text, "missing"),
        answered({ type: "nps", value: 9 }, "recommend"),
        answered({ type: "nps", value: 11 }, "recommend"),
        answered({ type: "nps", value: 9 }),
        answered({ ...text, secret: 1 }, "missing"),
      ],
      writeKey,
    );
    expect(statuses(reply)).toEqual(["accepted", "accepted", "rejected", "rejected", "rejected"]);
    expect(reply.results[2]?.reason).toContain("properties.answer.value: ");
    const rows = await server.db.transaction(workspace, (sql) =>
      sql.query<{ properties: { answer: unknown } }>(
        "SELECT properties FROM events WHERE properties->>'step' = 'missing'",
      ),
    );
    expect(rows.map(({ properties }) => properties.answer)).toEqual([text]);
  });
});
