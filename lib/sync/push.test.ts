import { describe, expect, it } from "vitest";
import { WIRE_LIMITS, type WireBatch, type WireMessage } from "../model/wire.ts";
import type { OutboxItem, SyncState } from "./ports.ts";
import { createPush } from "./push.ts";

const NOW = Date.UTC(2026, 10, 22, 12);

/** A device with `count` messages waiting, and a server that answers each request with the next of `answers`. */
function device(count: number, answers: ((sent: WireMessage[]) => Response | Error)[], size = 10) {
  let state: SyncState = {
    attempts: 0,
    nextAt: 0,
    batch: 200,
    lastSentAt: null,
    error: null,
    sent: 0,
  };
  let items: OutboxItem[] = Array.from({ length: count }, (_, at) => ({
    id: `m${at}`,
    message: { type: "page", messageId: `m${at}`, properties: { text: "ы".repeat(size) } },
  }));
  const dead: string[] = [];
  const requests: { url: string; init: RequestInit; sent: WireMessage[] }[] = [];
  const push = createPush({
    server: "https://server.test",
    writeKey: "wk_1",
    now: () => NOW,
    random: () => 0.5,
    timeout: () => new AbortController().signal,
    outbox: {
      peek: async (limit) => items.slice(0, limit.count),
      sending: async () => true,
      acknowledge: async (ids) => {
        items = items.filter(({ id }) => !ids.includes(id));
      },
      bury: async (letters) => {
        items = items.filter(({ id }) => !letters.some((letter) => letter.id === id));
        dead.push(...letters.map(({ id, reason }) => `${id}: ${reason}`));
      },
    },
    state: {
      get: async () => state,
      set: async (next) => {
        state = next;
      },
    },
    fetch: async (url, init) => {
      const sent = (JSON.parse(String(init.body)) as WireBatch).batch as WireMessage[];
      requests.push({ url, init, sent });
      const answer = answers[Math.min(requests.length, answers.length) - 1]?.(sent);
      if (answer instanceof Response) return answer;
      throw answer;
    },
  });
  return {
    push,
    requests,
    dead,
    sizes: () => requests.map(({ sent }) => sent.length),
    waiting: () => items.map(({ id }) => id),
    state: () => state,
    setState: (next: Partial<SyncState>) => {
      state = { ...state, ...next };
    },
  };
}

const accept = (sent: WireMessage[]) =>
  Response.json({
    success: true,
    results: sent.map(({ messageId }) => ({ messageId, status: "accepted" })),
  });
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response("{}", { status: code, headers });

describe("push", () => {
  it("C3: sends at most 200 messages at a time, with the key, until nothing is left", async () => {
    const it = device(450, [accept]);
    expect(await it.push()).toEqual({ status: "empty" });
    expect(it.sizes()).toEqual([200, 200, 50]);
    expect(it.requests[0]?.url).toBe("https://server.test/v1/batch");
    expect(it.requests[0]?.init.headers).toMatchObject({ Authorization: "Bearer wk_1" });
    expect(it.state()).toMatchObject({ sent: 450, lastSentAt: NOW, error: null });
  });

  it("C3: a body has at most 256 KiB of UTF-8, all in all", async () => {
    const it = device(40, [accept], 10_000);
    await it.push();
    const bytes = it.requests.map(({ init }) => new TextEncoder().encode(String(init.body)).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(WIRE_LIMITS.bodyBytes);
    expect(Math.max(...bytes)).toBeGreaterThan(WIRE_LIMITS.bodyBytes - 21_000);
    expect(it.waiting()).toEqual([]);
  });

  it("C3: a message that fits no body at all is put aside and stops nobody", async () => {
    const it = device(2, [accept], WIRE_LIMITS.bodyBytes);
    expect(await it.push()).toEqual({ status: "empty" });
    expect(it.dead).toHaveLength(2);
    expect(it.requests).toEqual([]);
  });

  it("C4: calls during a flight join it", async () => {
    const it = device(3, [accept]);
    await Promise.all([it.push(), it.push(), it.push()]);
    expect(it.sizes()).toEqual([3]);
  });

  it("C5: only what the answer names leaves the queue", async () => {
    const it = device(3, [
      () =>
        Response.json({
          success: true,
          results: [
            { messageId: "m0", status: "duplicate" },
            { messageId: "m1", status: "rejected", reason: "timestamp: too far ahead" },
            { messageId: "someone-else", status: "accepted" },
          ],
        }),
      () => new TypeError("offline"),
    ]);
    await it.push();
    expect(it.waiting()).toEqual(["m2"]);
    expect(it.dead).toEqual(["m1: timestamp: too far ahead"]);
  });

  it.each<[string, () => Response | Error, RegExp]>([
    ["garbage", () => new Response("<html>"), /cannot be read/],
    ["an empty answer", () => Response.json({ success: true, results: [] }), /names none/],
    ["no network", () => new TypeError("offline"), /cannot be reached/],
    ["429", status(429), /busy/],
    ["503", status(503), /busy/],
    ["404", status(404), /no Waymark server/],
    ["401", status(401), /does not accept this write key/],
    ["403", status(403), /does not accept this write key/],
  ])("C6: after %s everything stays and is tried again later", async (_name, answer, error) => {
    const it = device(3, [answer]);
    const result = await it.push();
    expect(result).toMatchObject({ status: "waiting", until: NOW + 2500 });
    expect(it.state().error).toMatch(error);
    expect(it.waiting()).toHaveLength(3);
    expect(it.dead).toEqual([]);
    await it.push();
    expect(it.sizes()).toEqual([3]);
    await it.push({ force: true });
    expect(it.sizes()).toEqual([3, 3]);
    expect(it.state().nextAt).toBe(NOW + 5000);
  });

  it("C6: waits grow to ten minutes at most", async () => {
    const it = device(1, [status(503)]);
    it.setState({ attempts: 40 });
    expect(await it.push()).toMatchObject({ until: NOW + 300_000 });
  });

  it.each([
    ["seconds", "120", 122_500],
    ["a date", new Date(NOW + 120_000).toUTCString(), 122_500],
    ["too much", "999999999", 3_597_500],
    ["nonsense", "soon", 2500],
  ])("C6: Retry-After as %s", async (_name, value, wait) => {
    const it = device(1, [status(429, { "Retry-After": value })]);
    expect(await it.push()).toMatchObject({ until: NOW + wait });
  });

  it("C9: a wait from before the clock was put back does not count", async () => {
    const it = device(1, [accept]);
    it.setState({ nextAt: NOW + 86_400_000 });
    expect(await it.push()).toEqual({ status: "empty" });
  });

  it("C7: 413 halves the batch, which then recovers", async () => {
    const it = device(400, [status(413), status(413), accept]);
    await it.push();
    expect(it.sizes()).toEqual([200, 100, 50, 63, 79, 99, 109]);
    expect(it.waiting()).toEqual([]);
  });

  it("C7: a single message too large for the server is put aside", async () => {
    const it = device(1, [status(413)]);
    expect(await it.push()).toEqual({ status: "empty" });
    expect(it.dead).toHaveLength(1);
  });

  it("C8: another 4xx is narrowed down to the message that causes it", async () => {
    const refuse = (sent: WireMessage[]) =>
      sent.some(({ messageId }) => messageId === "m2") ? status(400)() : accept(sent);
    const it = device(8, [refuse]);
    for (let tries = 0; it.waiting().length > 0 && tries < 5; tries++)
      await it.push({ force: true });
    expect(it.dead).toEqual(["m2: The server refused this message (HTTP 400)"]);
    expect(it.state()).toMatchObject({ sent: 7, error: null });
  });

  it("C8: a server that refuses everything does not empty the queue at once", async () => {
    const it = device(100, [status(422)]);
    expect(await it.push()).toMatchObject({ status: "waiting" });
    expect(it.dead).toHaveLength(1);
  });
});
