import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, expect, it, vi } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { guided, use } from "../../test/support/captured.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import { createClient } from "../message/client.ts";
import type { Sender } from "../message/server.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Condition } from "../model/condition.ts";
import type { CapturedEvent } from "../model/event.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { setMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { createBackground } from "./background.ts";

const SITE = "https://app.test";
const PAGE: Sender = { kind: "page", tab: 7, frame: 0, document: "d1", url: `${SITE}/` };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = 4_000 * HOUR;
const ADDED = START + 1_000;
const DUE = ADDED + 2 * MINUTE + 1;
const stuck: Condition = { type: "absent", feature: "deploy", after: "add", for: "2m" };

let platform: MemoryPlatform;
let name: string;
let worker: ReturnType<typeof createBackground>;
let send: ReturnType<typeof createClient>;

/** A worker that knows nothing but what is stored. */
function startWorker() {
  worker = createBackground(platform, name);
  send = createClient((message) => worker.serve(message, PAGE));
}

async function publish(published: Partial<Bundle>) {
  const { store } = await openDevice(name);
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
  const context = { version: "1.0.0", now: platform.time };
  await applyBundle(store, { bundle: bundleOf(published), etag: null }, context);
  store.close();
}

/** A guide that may come again and again. */
const helper = (when: Condition) => ({
  version: 1,
  body: guide([step("a")], { id: "tour", trigger: { start: "auto", frequency: "always", when } }),
});

async function happen(at: number, ...events: CapturedEvent[]) {
  platform.time = at;
  for (const event of events) platform.items.set(EVENT_KEY + event.id, event);
  await send("page.ready", {});
}

const watched = () =>
  platform.told.flatMap(({ message }) =>
    message.name === "watch" ? [message.watch.map((one) => one.guide)] : [],
  );

async function claim(at: number) {
  platform.time = at;
  const reply = await send("guide.claim", { guide: "tour" });
  return reply.ok && reply.value.granted;
}

beforeEach(() => {
  platform = createMemoryPlatform();
  platform.time = START;
  platform.open.set(7, `${SITE}/`);
  name = uuidv7();
  startWorker();
});

it("S15: the page learns of what time made due when the alarm rings, and not before", async () => {
  await publish({ guides: [helper(stuck)] });
  await happen(ADDED, use("add", ADDED));
  await vi.waitFor(() => expect(platform.alarm).toBe(DUE));
  expect(await claim(DUE - 1)).toBe(false);
  expect(watched().flat()).toEqual([]);
  platform.time = DUE;
  worker.due();
  await vi.waitFor(() => expect(watched().at(-1)).toEqual(["tour"]));
  expect(platform.alarm).toBeNull();
  expect(await claim(DUE)).toBe(true);
});

it("S15: a worker that was killed sets the alarm again, or finds that it is late", async () => {
  await publish({ guides: [helper(stuck)] });
  await happen(ADDED, use("add", ADDED));
  await vi.waitFor(() => expect(platform.alarm).toBe(DUE));
  platform.alarm = null;
  startWorker();
  await happen(ADDED + MINUTE);
  await vi.waitFor(() => expect(platform.alarm).toBe(DUE));
  startWorker();
  platform.time = DUE + HOUR;
  worker.wake();
  await vi.waitFor(() => expect(watched().at(-1)).toEqual(["tour"]));
});

it("S14: a use in time calls it off, also one that was waiting to be stored when the alarm rang", async () => {
  await publish({ guides: [helper(stuck)] });
  await happen(ADDED, use("add", ADDED));
  await vi.waitFor(() => expect(platform.alarm).toBe(DUE));
  const last = use("deploy", DUE - 1);
  platform.items.set(EVENT_KEY + last.id, last);
  platform.time = DUE;
  worker.due();
  await vi.waitFor(() => expect(platform.alarm).toBeNull());
  expect(watched().flat()).toEqual([]);
  expect(await claim(DUE)).toBe(false);
});

it("D33: a guide has one start for each time that the absence began", async () => {
  await publish({ guides: [helper(stuck)] });
  await happen(ADDED, use("add", ADDED));
  expect(await claim(DUE)).toBe(true);
  const shown = [guided("started", DUE), guided("step_shown", DUE), guided("completed", DUE)];
  await happen(DUE, ...shown);
  const week = 7 * 24 * HOUR;
  expect(await claim(DUE + week)).toBe(false);
  const again = DUE + week + HOUR;
  await happen(again, use("add", again));
  expect(await claim(again + 2 * MINUTE)).toBe(false);
  expect(await claim(again + 2 * MINUTE + 1)).toBe(true);
});

it("S13: what was used too often may start when the uses have left the window", async () => {
  const rarely: Condition = { type: "count", feature: "add", op: "lt", value: 2, within: "1h" };
  await publish({ guides: [helper(rarely)] });
  await happen(ADDED, use("add", ADDED), use("add", ADDED + 1));
  await vi.waitFor(() => expect(platform.alarm).toBe(ADDED + HOUR + 1));
  expect(await claim(ADDED + HOUR)).toBe(false);
  expect(await claim(ADDED + HOUR + 1)).toBe(true);
});

it("S17: a signal becomes true by time alone, at its own time, and the server hears of it", async () => {
  const body = { id: "stuck", name: "Stuck", kind: "milestone" as const, when: stuck };
  await publish({ signals: [{ version: 1, body }] });
  const added = use("add", ADDED, { host: "app.test" });
  await happen(ADDED, added);
  await vi.waitFor(() => expect(platform.alarm).toBe(DUE));
  platform.time = DUE + HOUR;
  worker.due();
  await vi.waitFor(() => expect(platform.alarm).toBeNull());
  const { store } = await openDevice(name);
  const sent = (await store.getAll("outbox")).flatMap(({ items }) => items);
  store.close();
  const [change] = sent.flatMap(({ message }) =>
    message.type === "track" && message.event === "Signal Changed" ? [message] : [],
  );
  expect(change?.properties).toMatchObject({ value: true, since: DUE, evidence: [added.id] });
});
