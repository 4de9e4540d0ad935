import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { identified, use } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import {
  createMemoryServer,
  type MemoryServer,
  networkOf,
} from "../../test/support/memory-server.ts";
import { until } from "../../test/support/until.ts";
import { createClient, type Send } from "../message/client.ts";
import type { Input, MessageName, Outputs } from "../message/protocol.ts";
import type { Sender } from "../message/server.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { createBackground } from "./background.ts";

const SITE = "https://app.test";
const PAGE: Sender = { kind: "page", tab: 7, frame: 0, document: "d1", url: `${SITE}/` };
const PANEL: Sender = { ...PAGE, kind: "extension", url: "chrome-extension://id/sidepanel.html" };

let server: MemoryServer;
let platform: MemoryPlatform;
let asPage: Send;
let panel: Send;
const name = { of: "" };

function startWorker() {
  const { serve } = createBackground(platform, name.of);
  asPage = createClient((message) => serve(message, PAGE));
  panel = createClient((message) => serve(message, PANEL));
}

async function ask<N extends MessageName>(message: N, input: Input<N>): Promise<Outputs[N]> {
  const reply = await panel(message, input);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

async function happen(...features: string[]) {
  for (const feature of features) {
    const event = use(feature, platform.time);
    platform.items.set(EVENT_KEY + event.id, event);
  }
  await ask("sync.now", {});
}
const goOffline = () => {
  platform.fetch = async () => {
    throw new TypeError("Failed to fetch");
  };
};
const goOnline = () => {
  platform.fetch = networkOf(server);
};

beforeEach(async () => {
  server = await createMemoryServer("https://ours.test", "018f0000-0000-7000-8000-000000000001");
  platform = createMemoryPlatform();
  goOnline();
  platform.permitted.add(SITE);
  name.of = uuidv7();
  startWorker();
  await ask("connection.connect", { server: server.url, writeKey: "wk_1" });
  await ask("sites.add", { origin: SITE });
});

describe("my data", () => {
  it("C20: says of each message when it was captured, stored, sent and answered, and what was sent", async () => {
    await happen("save");
    const { entries, next } = await ask("data.journal", {});
    expect(next).toBeNull();
    expect(entries).toMatchObject([
      { name: "Feature Used", state: "accepted", capturedAt: platform.time, sentAt: platform.time },
    ]);
    expect(entries[0]?.answeredAt).toBe(platform.time);
    expect(JSON.parse(entries[0]?.json ?? "")).toEqual(server.received[0]);
  });

  it("C20: what left without an answer left; what waits is told apart, and refusals with their reason", async () => {
    const answer = server.answer;
    server.answer = async (path, init) => {
      await answer(path, init);
      throw new TypeError("connection reset");
    };
    await happen("save");
    startWorker();
    goOffline();
    expect((await ask("data.journal", {})).entries).toMatchObject([
      { state: "sent", answeredAt: null },
    ]);
    goOnline();
    server.answer = async (path, init) => {
      if (path !== "/v1/batch") return answer(path, init);
      const { batch } = JSON.parse(String(init?.body));
      const status = { status: "rejected", reason: "event: found nonsense" };
      const results = batch.map(({ messageId }: { messageId: string }) => ({
        messageId,
        ...status,
      }));
      return Response.json({ success: false, results });
    };
    await ask("sync.now", {});
    expect((await ask("data.journal", {})).entries).toMatchObject([
      { state: "rejected", reason: "event: found nonsense" },
    ]);
  });

  it("C20: keeps the newest thousand, and gives them out a page at a time", async () => {
    for (let batch = 0; batch < 6; batch++) {
      platform.time += 1;
      await happen(...Array.from({ length: 190 }, (_, n) => `f${batch}-${n}`));
    }
    const ids = new Set<string>();
    let page = await ask("data.journal", {});
    for (;;) {
      for (const { id } of page.entries) ids.add(id);
      if (!page.next) break;
      page = await ask("data.journal", { before: page.next });
    }
    expect(ids.size).toBe(1_000);
    expect(ids).toContain(server.received.at(-1)?.messageId);
  });

  it("C19: a deletion reaches the server with the device's proof, and the device goes by another name", async () => {
    await happen("save");
    const { device } = await ask("status.get", {});
    platform.time += 5_000;
    await ask("data.delete", {});
    await until(
      "the server was asked",
      async () => server.erasures.length,
      (count) => count > 0,
    );
    const [erasure] = server.erasures;
    const proven = createHash("sha256")
      .update(erasure?.secret ?? "")
      .digest("base64url");
    expect(proven).toBe(device);
    expect(erasure?.body).toMatchObject({ at: new Date(platform.time).toISOString() });
    expect((await ask("status.get", {})).device).not.toBe(device);
    expect((await ask("data.journal", {})).entries).toEqual([]);
  });

  it("C19: offline it waits, outlives the worker, and goes before anything else", async () => {
    await happen("save");
    goOffline();
    await ask("data.delete", {});
    const event = use("since", platform.time);
    platform.items.set(EVENT_KEY + event.id, event);
    startWorker();
    const waiting = await ask("sync.now", {});
    expect(waiting.erasure.waiting).toMatchObject({ error: expect.stringContaining("reached") });
    goOnline();
    const sent = server.received.length;
    const order: string[] = [];
    const { answer } = server;
    server.answer = (path, init) => {
      order.push(path);
      return answer(path, init);
    };
    const { erasure } = await ask("sync.now", {});
    expect(order.filter((path) => path !== "/v1/bundle")).toEqual([
      "/v1/privacy/delete",
      "/v1/batch",
    ]);
    expect(erasure).toMatchObject({ waiting: null, done: { events: sent, refused: null } });
    expect(server.received.slice(sent)).toMatchObject([{ properties: { feature: "since" } }]);
  });

  it("C19: it goes out also after a refusal, and after the workspace was disconnected", async () => {
    await happen("save");
    await ask("consent.set", { answer: "refused" });
    await ask("connection.disconnect", {});
    await ask("data.delete", {});
    await until(
      "the server was asked",
      async () => server.erasures.length,
      (count) => count === 1,
    );
  });

  it("C19: shows the token of whoever was vouched for, and says when it was not believed", async () => {
    const said = identified("ada", platform.time, { token: "signed" });
    await asPage("identity.say", { event: said });
    await ask("sync.now", {});
    await ask("data.delete", {});
    await until(
      "the server was asked",
      async () => server.erasures,
      (all) => all.length > 0,
    );
    expect(server.erasures).toMatchObject([{ token: "signed" }]);
    const { erasure } = await ask("sync.now", {});
    expect(erasure.done).toMatchObject({ unconfirmed: true });
  });

  it("C19: what was never sent needs no deletion elsewhere", async () => {
    goOffline();
    await ask("data.delete", {});
    expect((await ask("status.get", {})).erasure).toEqual({ waiting: null, done: null });
  });

  it("C21: the export holds what is here and what the server has, and nothing that vouches for anybody", async () => {
    const said = identified("ada", platform.time, { token: "signed-secret" });
    await asPage("identity.say", { event: said });
    await happen("save");
    const { json } = await ask("data.export", {});
    const file = JSON.parse(json);
    expect(file.here.events).toMatchObject([{ feature: "save", user: "ada" }]);
    expect(file.server.events).toHaveLength(server.received.length);
    expect(JSON.stringify({ ...file.here, sent: [] })).not.toContain("signed-secret");
    goOffline();
    const offline = JSON.parse((await ask("data.export", {})).json);
    expect(offline.server).toEqual({ error: expect.stringContaining("cannot be reached") });
  });
});
