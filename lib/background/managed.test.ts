import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { use } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import {
  createMemoryServer,
  type MemoryServer,
  networkOf,
} from "../../test/support/memory-server.ts";
import { bundleOf } from "../../test/support/workspace.ts";
import { createClient, type Send } from "../message/client.ts";
import type { Sender } from "../message/server.ts";
import { EVENT_KEY, type SiteConfig, siteKey } from "../model/site-config.ts";
import { createBackground } from "./background.ts";

const SITE = "https://app.test";
const PAGE: Sender = { kind: "page", tab: 7, frame: 0, document: "d1", url: `${SITE}/` };
const PANEL: Sender = { ...PAGE, kind: "extension", url: "chrome-extension://id/sidepanel.html" };
const TOUR = { ...guide([step("a")]), trigger: { start: "auto" as const } };
const FEATURE = { id: "save", name: "save", rules: [{ on: "custom" as const, event: "saved" }] };

let server: MemoryServer;
let platform: MemoryPlatform;
let name: string;
let asPage: Send;
let asPanel: Send;

function startWorker() {
  const { serve } = createBackground(platform, name);
  asPage = createClient((message) => serve(message, PAGE));
  asPanel = createClient((message) => serve(message, PANEL));
}

/** The browser is starting: it says what is set only when the answer of this is called. */
function keepWaiting() {
  const { promise, resolve } = Promise.withResolvers<Record<string, unknown>>();
  platform.managed = () => promise;
  return resolve;
}

async function setUp(policy: Record<string, unknown>) {
  server.bundle = bundleOf({
    workspace: server.workspace,
    features: [{ version: 1, body: FEATURE }],
    guides: [{ version: 1, body: TOUR }],
  });
  platform.policy = policy;
  startWorker();
  await asPanel("connection.connect", { server: server.url, writeKey: "wk_1" });
  await asPanel("sites.add", { origin: SITE });
}

const consent = () => (platform.items.get(siteKey(SITE)) as SiteConfig | undefined)?.consent;
const policyNow = async () => {
  const reply = await asPanel("status.get", {});
  return reply.ok && reply.value.consent.policy;
};

beforeEach(async () => {
  server = await createMemoryServer("https://ours.test", "018f0000-0000-7000-8000-000000000001");
  platform = createMemoryPlatform(networkOf(server));
  platform.permitted.add(SITE);
  platform.open.set(7, `${SITE}/`);
  name = uuidv7();
});

describe("what an administrator has set", () => {
  it("E24: while the browser starts, guides and panel are answered by what was read last", async () => {
    await setUp({});
    keepWaiting();
    startWorker();
    expect(await policyNow()).toBe("implied");
    expect(await asPage("page.ready", {})).toMatchObject({ value: { watch: [{ guide: "tour" }] } });
  });

  it("E24: what required consent before the browser ended does so from the start", async () => {
    await setUp({ consent: "required" });
    keepWaiting();
    startWorker();
    expect(await policyNow()).toBe("required");
    expect(await asPage("guide.claim", { guide: "tour" })).toMatchObject({
      value: { granted: false, reason: "consent" },
    });
  });

  it("E24: nothing is sent before it is known, and a change holds as soon as it is", async () => {
    await setUp({});
    const tell = keepWaiting();
    startWorker();
    const event = use("save", 1);
    platform.items.set(EVENT_KEY + event.id, event);
    const sending = asPanel("sync.now", {});
    await vi.waitFor(() => expect(platform.items.has(EVENT_KEY + event.id)).toBe(false));
    tell({ consent: "required" });
    await sending;
    expect(server.received).toEqual([]);
    await vi.waitFor(() => expect(consent()).toBe("pending"));
    expect(await policyNow()).toBe("required");
  });

  it("E24: what was never read is waited for", async () => {
    const tell = keepWaiting();
    startWorker();
    const answered = policyNow();
    let isAnswered = false;
    void answered.then(() => {
      isAnswered = true;
    });
    await asPanel("recording.state", {});
    expect(isAnswered).toBe(false);
    tell({ consent: "required" });
    expect(await answered).toBe("required");
  });
});
