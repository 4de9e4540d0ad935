import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { guided, use } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import {
  createMemoryServer,
  type MemoryServer,
  networkOf,
} from "../../test/support/memory-server.ts";
import { createClient, type Send } from "../message/client.ts";
import type { Sender } from "../message/server.ts";
import type { CapturedEvent } from "../model/event.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { createBackground } from "./background.ts";

const SITE = "https://app.test";
const PAGE: Sender = { kind: "page", tab: 7, frame: 0, document: "d1", url: `${SITE}/` };
const PANEL: Sender = { ...PAGE, kind: "extension", url: "chrome-extension://id/sidepanel.html" };

let server: MemoryServer;
let platform: MemoryPlatform;
let name: string;
let asPage: Send;
let asPanel: Send;

/** A worker that knows nothing but what is stored. */
function startWorker() {
  const { serve } = createBackground(platform, name);
  asPage = createClient((message) => serve(message, PAGE));
  asPanel = createClient((message) => serve(message, PANEL));
  return serve;
}

const put = (...events: CapturedEvent[]) => {
  for (const event of events) platform.items.set(EVENT_KEY + event.id, event);
};

async function status() {
  const reply = await asPanel("status.get", {});
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

beforeEach(async () => {
  server = await createMemoryServer("https://ours.test", "018f0000-0000-7000-8000-000000000001");
  platform = createMemoryPlatform(networkOf(server));
  platform.permitted.add(SITE);
  name = uuidv7();
  startWorker();
});

describe("background", () => {
  it("I1: knows after a restart what it knew before", async () => {
    await asPanel("connection.connect", { server: server.url, writeKey: "wk_1" });
    await asPanel("sites.add", { origin: SITE });
    await asPanel("identity.set", { user: "ada", account: "acme" });
    put(use("save", 1));
    await asPage("page.ready", {});
    await asPanel("sync.now", {});
    const before = await status();
    startWorker();
    expect(await status()).toEqual(before);
    expect(before).toMatchObject({
      connection: { server: server.url },
      sites: [SITE],
      identity: { user: "ada", account: "acme", verified: false },
      events: 1,
    });
  });

  it("I5: stores events although what follows from them fails", async () => {
    const report = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await asPanel("connection.connect", { server: server.url, writeKey: "wk_1" });
    platform.tabs.ofSites = async () => {
      throw new Error("no tabs now");
    };
    put(use("save", 1));
    expect(await asPage("page.ready", {})).toMatchObject({ ok: true });
    expect((await status()).events).toBe(1);
    expect(report).toHaveBeenCalledWith("waymark:", new Error("no tabs now"));
    report.mockRestore();
  });

  it("answers the top frame of a connected site only", async () => {
    const serve = startWorker();
    const inFrame = createClient((message) => serve(message, { ...PAGE, frame: 3 }));
    expect(await inFrame("page.ready", {})).toMatchObject({ ok: false });
    expect(await asPage("page.ready", {})).toEqual({ ok: true, value: { watch: [] } });
    expect(await asPage("guide.claim", { guide: "tour" })).toMatchObject({
      value: { granted: false, reason: "not published for this site" },
    });
  });

  it("forgets everybody when the person deletes their data, and becomes another device", async () => {
    await asPanel("connection.connect", { server: server.url, writeKey: "wk_1" });
    await asPanel("identity.set", { user: "ada" });
    put(use("save", 1), guided("started", 2));
    await asPanel("sync.now", {});
    const before = await status();
    const sent = server.received.length;
    put(use("last", 3));
    await asPanel("data.delete", {});
    await asPanel("sync.now", {});
    expect(server.received).toHaveLength(sent);
    const after = await status();
    expect(after).toMatchObject({
      identity: null,
      events: 0,
      outbox: { waiting: 0, dead: 0 },
      connection: before.connection,
    });
    expect(after.device).not.toBe(before.device);
  });

  it("tells the console its token only while it is connected to the server it was for", async () => {
    const session = async () => {
      const reply = await asPanel("console.session", {});
      return reply.ok ? reply.value : reply.error;
    };
    await asPanel("console.token", { token: "wmt_1" });
    expect(await session()).toBeNull();
    await asPanel("connection.connect", { server: server.url, writeKey: "wk_1" });
    await asPanel("console.token", { token: "wmt_1" });
    expect(await session()).toEqual({ server: server.url, token: "wmt_1" });
    await asPanel("connection.disconnect", {});
    await asPanel("connection.connect", { server: server.url, writeKey: "wk_1" });
    expect(await session()).toBeNull();
  });

  it("says what a person can mend", async () => {
    const connect = { server: "https://nowhere.test", writeKey: "wk_1" };
    expect(await asPanel("connection.connect", connect)).toMatchObject({
      error: { message: expect.stringContaining("No answer from https://nowhere.test") },
    });
    expect(await asPanel("guide.start", { guide: "tour", tab: 7 })).toMatchObject({
      error: { message: "This guide is no longer published." },
    });
  });
});
