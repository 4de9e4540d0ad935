import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { identified, use } from "../../test/support/captured.ts";
import { createMemoryPlatform } from "../../test/support/memory-platform.ts";
import {
  createMemoryKey,
  createMemoryServer,
  type MemoryServer,
  networkOf,
} from "../../test/support/memory-server.ts";
import { ingest } from "../store/ingest.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { readStatus } from "./status.ts";
import { createSync } from "./sync.ts";

const KEY = "wk_1";
let ours: MemoryServer;
let theirs: MemoryServer;
beforeEach(async () => {
  ours = await createMemoryServer("https://ours.test", "018f0000-0000-7000-8000-000000000001");
  theirs = await createMemoryServer("https://theirs.test", "018f0000-0000-7000-8000-000000000002");
});

async function setUp(request = networkOf(ours, theirs)) {
  const { store } = await openDevice(uuidv7());
  const platform = createMemoryPlatform(request);
  const sync = createSync(platform, store, {
    closeGuides: async () => undefined,
    drain: async () => undefined,
    learnPolicy: async () => undefined,
  });
  return { store, platform, sync };
}

const record = (store: Store, ...features: string[]) =>
  ingest(
    store,
    features.map((feature) => use(feature, 1)),
    { version: "1.0.0", now: 1 },
  );

const namesOf = ({ received }: MemoryServer) =>
  received.map((message) =>
    message.type === "track" ? (message.properties?.feature ?? message.event) : message.type,
  );

/** A network whose next answer from `address` waits for `release`, once `hold` was called. */
function slowNetwork(address: string) {
  const network = networkOf(ours, theirs);
  const released = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  let holding = false;
  return {
    hold: () => {
      holding = true;
    },
    arrived: arrived.promise,
    release: () => released.resolve(),
    request: (async (input, init) => {
      const answer = await network(input, init);
      if (!holding || String(input) !== address) return answer;
      holding = false;
      arrived.resolve();
      await released.promise;
      return answer;
    }) satisfies typeof fetch,
  };
}

describe("I7: workspaces", () => {
  it("what waits for one is not sent to another, neither at once nor after a disconnect", async () => {
    const { store, sync } = await setUp();
    await sync.connect(ours.url, KEY);
    await record(store, "secret-plan");
    await sync.disconnect();
    await sync.connect(theirs.url, KEY);
    await record(store, "new-feature");
    await sync.push();
    expect(namesOf(theirs)).toEqual(["new-feature"]);
    expect(await store.count("chunks")).toBe(1);
  });

  it("a device that comes back to its workspace still has what waited for it", async () => {
    const { store, sync } = await setUp();
    await sync.connect(ours.url, KEY);
    await record(store, "save");
    await sync.disconnect();
    await sync.connect(ours.url, KEY);
    expect(namesOf(ours)).toEqual(["save"]);
  });

  it("staging is like another workspace: what was done there never becomes production's, and its bundle does not stay", async () => {
    const staging = await createMemoryServer("https://staging.test", ours.workspace, "staging");
    staging.bundle = { ...staging.bundle, revision: 9 };
    const { store, platform, sync } = await setUp(networkOf(ours, staging));
    await sync.connect(staging.url, KEY);
    expect((await readStatus(platform, store)).connection?.environment).toBe("staging");
    expect((await store.get("bundle", "current"))?.bundle.environment).toBe("staging");
    await record(store, "tried-out");
    await sync.connect(ours.url, KEY);
    await record(store, "used");
    await sync.push();
    expect(namesOf(ours)).toEqual(["used"]);
    expect((await store.get("bundle", "current"))?.bundle).toEqual(ours.bundle);
    expect((await readStatus(platform, store)).connection?.environment).toBe("production");
  });

  it("who was known before the first connection is told to it", async () => {
    const { store, sync } = await setUp();
    await ingest(store, [identified("ada", 1)], { version: "1.0.0", now: 1 });
    await sync.connect(ours.url, KEY);
    expect(namesOf(ours)).toEqual(["identify"]);
  });

  it("a push that is under way sends nothing more once another workspace is connected", async () => {
    const slow = slowNetwork(`${ours.url}/v1/batch`);
    const { store, sync } = await setUp(slow.request);
    await sync.connect(ours.url, KEY);
    await record(store, "first");
    slow.hold();
    const pushing = sync.push();
    await slow.arrived;
    await sync.connect(theirs.url, KEY);
    await record(store, "of-theirs");
    slow.release();
    await pushing;
    expect(namesOf(ours)).toEqual(["first"]);
    await sync.push();
    expect(namesOf(theirs)).toEqual(["of-theirs"]);
  });

  it("a bundle that was asked for before another workspace was connected is not put in force", async () => {
    const slow = slowNetwork(`${ours.url}/v1/bundle`);
    const { store, sync } = await setUp(slow.request);
    await sync.connect(ours.url, KEY);
    ours.bundle = { ...ours.bundle, revision: 2 };
    slow.hold();
    const pulling = sync.pull(true);
    await slow.arrived;
    await sync.connect(theirs.url, KEY);
    slow.release();
    expect(await pulling).toBe(false);
    expect((await store.get("bundle", "current"))?.bundle.workspace).toBe(theirs.workspace);
  });
});

describe("C22: keys that sign", () => {
  const next = (more: object = {}) => ({
    ...ours.bundle,
    revision: ours.bundle.revision + 1,
    ...more,
  });

  it("the announced key takes over, and the one before counts no more", async () => {
    const { store, sync } = await setUp();
    await sync.connect(ours.url, KEY);
    const first = ours.signer;
    const second = await createMemoryKey("key-2");
    ours.bundle = next({ nextKey: second.key });
    await sync.pull(true);
    ours.signer = second;
    ours.bundle = next({ nextKey: (await createMemoryKey("key-3")).key });
    expect(await sync.pull(true)).toBe(true);
    expect(ours.asked).not.toContain("/v1/bundle/handovers");
    ours.signer = first;
    ours.bundle = next();
    expect(await sync.pull(true)).toBe(false);
    expect((await store.get("bundle", "current"))?.bundle.revision).toBe(3);
  });

  it("a key that nobody vouches for is told to the person, what is here stays, and connecting again mends it", async () => {
    const { store, platform, sync } = await setUp();
    await sync.connect(ours.url, KEY);
    await record(store, "save");
    ours.signer = await createMemoryKey("key-9");
    ours.bundle = next();
    expect(await sync.pull(true)).toBe(false);
    const { outbox, bundle } = await readStatus(platform, store);
    expect(outbox.error).toMatch(/"key-9".*connect again/);
    expect(bundle?.revision).toBe(1);
    await sync.connect(ours.url, KEY);
    expect((await readStatus(platform, store)).bundle?.revision).toBe(2);
    expect(namesOf(ours)).toEqual(["save"]);
  });
});

describe("C10: the bundle", () => {
  it("is asked for once, however many pages load together", async () => {
    const { platform, sync } = await setUp();
    await sync.connect(ours.url, KEY);
    platform.time += 61_000;
    ours.asked.length = 0;
    await Promise.all([sync.pull(), sync.pull(), sync.pull()]);
    await sync.pull();
    expect(ours.asked).toEqual(["/v1/bundle"]);
  });

  it("is asked for again after a minute, also when the server was away or the clock was put back", async () => {
    let away = false;
    const network = networkOf(ours, theirs);
    const { store, platform, sync } = await setUp(async (input, init) => {
      if (!away) return network(input, init);
      ours.asked.push("in vain");
      throw new TypeError("Failed to fetch");
    });
    await sync.connect(ours.url, KEY);
    away = true;
    platform.time += 61_000;
    ours.asked.length = 0;
    await sync.pull();
    await sync.pull();
    expect(ours.asked).toEqual(["in vain"]);

    away = false;
    platform.time -= 30 * 86_400_000;
    ours.bundle = { ...ours.bundle, revision: 2 };
    expect(await sync.pull()).toBe(true);
    expect((await store.get("bundle", "current"))?.bundle.revision).toBe(2);
  });

  it("in force is never replaced by an older one that arrives late", async () => {
    const slow = slowNetwork(`${ours.url}/v1/bundle`);
    const { store, sync } = await setUp(slow.request);
    await sync.connect(ours.url, KEY);
    ours.bundle = { ...ours.bundle, revision: 2 };
    slow.hold();
    const late = sync.pull(true);
    await slow.arrived;
    ours.bundle = { ...ours.bundle, revision: 3 };
    expect(await sync.pull(true)).toBe(true);
    slow.release();
    expect(await late).toBe(false);
    expect((await store.get("bundle", "current"))?.bundle.revision).toBe(3);
  });
});
