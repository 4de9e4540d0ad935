import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { identified, use } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import {
  createMemoryServer,
  type MemoryServer,
  networkOf,
} from "../../test/support/memory-server.ts";
import { bundleOf } from "../../test/support/workspace.ts";
import { createClient, type Send } from "../message/client.ts";
import type { Sender } from "../message/server.ts";
import type { CapturedEvent } from "../model/event.ts";
import { EVENT_KEY, type SiteConfig, siteKey } from "../model/site-config.ts";
import { openStore } from "../store/database.ts";
import { type BackgroundEvents, createBackground } from "./background.ts";

const SITE = "https://app.test";
const PAGE: Sender = { kind: "page", tab: 7, frame: 0, document: "d1", url: `${SITE}/` };
const PANEL: Sender = { ...PAGE, kind: "extension", url: "chrome-extension://id/sidepanel.html" };

let server: MemoryServer;
let platform: MemoryPlatform;
let name: string;
let background: BackgroundEvents;
let asPage: Send;
let asPanel: Send;

function startWorker() {
  background = createBackground(platform, name);
  const { serve } = background;
  asPage = createClient((message) => serve(message, PAGE));
  asPanel = createClient((message) => serve(message, PANEL));
}

const put = (...events: CapturedEvent[]) => {
  for (const event of events) platform.items.set(EVENT_KEY + event.id, event);
};
const siteConsent = () => (platform.items.get(siteKey(SITE)) as SiteConfig).consent;

/** As the browser does it: another value, then the event. */
async function setPolicy(policy: Record<string, unknown>) {
  platform.policy = policy;
  background.policyChanged();
  const expected = policy.consent === "implied" ? undefined : "pending";
  await vi.waitFor(() => expect(siteConsent()).toBe(expected));
}

async function status() {
  const reply = await asPanel("status.get", {});
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** Everything in the database that is about somebody. */
async function traces() {
  const store = await openStore(name);
  const stores = ["chunks", "daily", "matchers", "runs", "showings", "exposures", "outbox", "dead"];
  const found: Record<string, unknown> = {};
  for (const one of stores as "chunks"[]) {
    const all = await store.getAll(one);
    if (all.length > 0) found[one] = all;
  }
  for (const key of [
    "identities",
    "accounts",
    "claim",
    "beside",
    "session",
    "newcomers",
    "visits",
  ]) {
    const value = (await store.get("meta", key))?.value;
    if (value !== undefined) found[key] = value;
  }
  store.close();
  return found;
}

const tour = { ...guide([step("a")]), trigger: { start: "auto" as const } };

beforeEach(async () => {
  server = await createMemoryServer("https://ours.test", "018f0000-0000-7000-8000-000000000001");
  server.bundle = bundleOf({
    workspace: server.workspace,
    consent: "required",
    features: [
      { version: 1, body: { id: "save", name: "save", rules: [{ on: "custom", event: "saved" }] } },
    ],
    guides: [{ version: 1, body: tour }],
  });
  platform = createMemoryPlatform(networkOf(server));
  platform.permitted.add(SITE);
  platform.open.set(7, `${SITE}/`);
  name = uuidv7();
  startWorker();
  await asPanel("connection.connect", { server: server.url, writeKey: "wk_1" });
  await asPanel("sites.add", { origin: SITE });
});

describe("consent", () => {
  it("E16: before a grant nothing is stored or sent, whatever arrives", async () => {
    expect(siteConsent()).toBe("pending");
    put(use("save", 1));
    expect(await asPage("page.ready", {})).toEqual({ ok: true, value: { watch: [] } });
    const said = identified("ada", 2);
    expect(await asPage("identity.say", { event: said })).toMatchObject({ ok: false });
    expect(await asPanel("identity.set", { user: "ada" })).toMatchObject({
      error: { message: expect.stringContaining("permission") },
    });
    await asPanel("sync.now", {});
    expect([...platform.items.keys()]).toEqual([siteKey(SITE)]);
    expect(server.received).toEqual([]);
    expect(await traces()).toEqual({});
  });

  it("E19: without consent no guide plays, and the person is told why", async () => {
    expect(await asPage("guide.claim", { guide: "tour" })).toMatchObject({
      value: { granted: false, reason: "consent" },
    });
    expect(await asPanel("guide.start", { guide: "tour", tab: 7 })).toMatchObject({
      error: { message: expect.stringContaining("permission") },
    });
    expect(await asPanel("library.list", { tab: 7 })).toMatchObject({ value: [{ guide: "tour" }] });
    expect(await traces()).toEqual({});
  });

  it("E16: a grant lets pages write, and guides start", async () => {
    await asPanel("consent.set", { answer: "granted" });
    expect(siteConsent()).toBeUndefined();
    expect(platform.told).toContainEqual({ tab: 7, message: { name: "config.changed" } });
    expect(platform.told.at(-1)).toMatchObject({ message: { watch: [{ guide: "tour" }] } });
    put(use("save", 1));
    await asPanel("sync.now", {});
    expect(server.received).toHaveLength(1);
  });

  it("E18: a refusal takes what waits, and no later grant sends it", async () => {
    await asPanel("consent.set", { answer: "granted" });
    const { answer } = server;
    server.answer = async () => new Response("busy", { status: 503 });
    put(use("save", 1));
    await asPanel("sync.now", {});
    await asPanel("consent.set", { answer: "refused" });
    expect(siteConsent()).toBe("refused");
    put(use("save", 2));
    server.answer = answer;
    await asPanel("consent.set", { answer: "granted" });
    await asPanel("sync.now", {});
    expect(server.received).toEqual([]);
    expect((await status()).events).toBe(1);
  });

  it("E18: what is worked out from what was stored stays here, too", async () => {
    await asPanel("consent.set", { answer: "granted" });
    put(use("save", 1));
    await asPanel("sync.now", {});
    await asPanel("consent.set", { answer: "refused" });
    const sent = server.received.length;
    const saved = {
      id: "saved",
      name: "Saved",
      kind: "milestone" as const,
      when: { type: "used" as const, feature: "save" },
    };
    server.bundle = { ...server.bundle, revision: 2, signals: [{ version: 1, body: saved }] };
    await asPanel("sync.now", {});
    expect((await status()).bundle?.revision).toBe(2);
    await asPanel("consent.set", { answer: "granted" });
    await asPanel("sync.now", {});
    expect(server.received).toHaveLength(sent);
  });

  it("E17: the host's grant holds for the host alone, the person's refusal for all", async () => {
    await asPage("consent.say", { answer: "granted" });
    expect(siteConsent()).toBeUndefined();
    expect((await status()).consent).toEqual({
      policy: "required",
      state: "pending",
      hosts: [{ host: "app.test", answer: "granted" }],
    });
    await asPanel("consent.set", { answer: "refused" });
    expect(siteConsent()).toBe("refused");
    await asPage("consent.say", { answer: "granted" });
    expect(siteConsent()).toBe("refused");
  });

  it("E17: pages of other sites say nothing", async () => {
    const serve = createBackground(platform, name).serve;
    const stranger = { ...PAGE, url: "https://other.test/" };
    await createClient((message) => serve(message, stranger))("consent.say", { answer: "granted" });
    expect((await status()).consent.hosts).toEqual([]);
  });

  it("E17: what an administrator has set for the browser holds instead of the workspace's", async () => {
    await setPolicy({ consent: "implied" });
    expect((await status()).consent).toMatchObject({ policy: "implied", state: "granted" });
    expect(siteConsent()).toBeUndefined();
    await setPolicy({ consent: "nonsense" });
    expect((await status()).consent).toMatchObject({ policy: "required", state: "pending" });
    expect(siteConsent()).toBe("pending");
  });

  it("E17: answers outlive the worker, a disconnect, and the deletion of data", async () => {
    await asPanel("consent.set", { answer: "refused" });
    await asPanel("connection.disconnect", {});
    await asPanel("data.delete", {});
    startWorker();
    expect((await status()).consent).toMatchObject({ policy: "required", state: "refused" });
  });
});
