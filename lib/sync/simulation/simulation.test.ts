import { expect, it } from "vitest";
import { WIRE_LIMITS, type WireMessage } from "../../model/wire.ts";
import type { Outbox, OutboxItem, SyncState, SyncStateStore } from "../ports.ts";
import { createPush } from "../push.ts";
import { createLife, type Life } from "./life.ts";
import { seededRandom } from "./random.ts";
import { FakeServer, type Kind, kindOf } from "./server.ts";

const SEEDS = 2000;

/** What outlives a crash. */
class Disk {
  items: OutboxItem[] = [];
  readonly journal = new Set<string>();
  readonly dead = new Map<string, string>();
  state: SyncState = { attempts: 0, nextAt: 0, batch: 200, lastSentAt: null, error: null, sent: 0 };

  outbox(life: Life, server: FakeServer): Outbox {
    return {
      peek: ({ count }) => life.does(() => structuredClone(this.items.slice(0, count))),
      sending: (ids) =>
        life.does(() => {
          for (const id of ids) this.journal.add(id);
          return true;
        }),
      acknowledge: (ids) =>
        life.does(() => {
          for (const id of ids) if (!server.effects.has(id)) server.violations.push(`${id} lost`);
          this.items = this.items.filter(({ id }) => !ids.includes(id));
        }),
      bury: (letters) =>
        life.does(() => {
          for (const { id, reason } of letters) {
            this.items = this.items.filter((item) => item.id !== id);
            this.dead.set(id, reason);
          }
        }),
    };
  }

  states(life: Life): SyncStateStore {
    return {
      get: () => life.does(() => structuredClone(this.state)),
      set: (state) =>
        life.does(() => {
          this.state = structuredClone(state);
        }),
    };
  }
}

function message(kind: Kind, number: number, random: () => number): OutboxItem {
  const id = `${kind}-${number}`;
  const text = "x".repeat(kind === "huge" ? 9000 : Math.floor(random() * 400));
  const timestamp = new Date(1_000_000 + number).toISOString();
  return {
    id,
    message: { type: "track", event: "e", messageId: id, timestamp, properties: { text } },
  };
}

async function simulate(seed: number) {
  const random = seededRandom(seed);
  let now = 1_800_000_000_000;
  const disk = new Disk();
  const server = new FakeServer(random, () => now);
  const enqueued: string[] = [];

  function wakeUp() {
    const life = createLife(random, () => (server.faulty ? 0.01 : 0));
    let open = 0;
    const push = createPush({
      server: "https://server.test",
      writeKey: "key",
      outbox: disk.outbox(life, server),
      state: disk.states(life),
      now: () => now,
      random,
      timeout: () => new AbortController().signal,
      fetch: async (_url, init) => {
        open += 1;
        if (open > 1) server.violations.push("two requests at once");
        const body = String(init.body);
        const { batch } = JSON.parse(body) as { batch: WireMessage[] };
        if (batch.some(({ messageId = "" }) => !disk.journal.has(messageId))) {
          server.violations.push("sent and not on record");
        }
        if (batch.length > WIRE_LIMITS.batch || body.length > WIRE_LIMITS.bodyBytes) {
          server.violations.push("batch above the limits");
        }
        try {
          return await life.awaits(server.answer(body));
        } finally {
          open -= 1;
        }
      },
    });
    return { life, push };
  }

  function enqueue() {
    for (let count = Math.floor(random() * 6); count > 0; count--) {
      const dice = random();
      const kind = dice < 0.85 ? "good" : dice < 0.9 ? "rejected" : dice < 0.95 ? "poison" : "huge";
      const item = message(kind, enqueued.length, random);
      enqueued.push(item.id);
      disk.items.push(item);
    }
  }

  let worker = wakeUp();
  async function round() {
    const options = { force: random() < 0.1 };
    const calls = Array.from({ length: 1 + Math.floor(random() * 3) }, () => worker.push(options));
    if (server.faulty) enqueue();
    const result = await Promise.race([...calls, worker.life.crashed]);
    if (result === "crashed") worker = wakeUp();
    else if (result.status === "waiting") {
      expect(result.until - now).toBeLessThanOrEqual(3_600_000);
      now = random() < 0.8 ? result.until : now + 1000;
    }
  }

  for (let rounds = 20; rounds > 0; rounds--) await round();
  server.faulty = false;
  for (let rounds = 0; disk.items.length > 0; rounds++) {
    if (rounds > 1000) throw new Error(`${disk.items.length} messages are still waiting`);
    await round();
  }
  return { server, disk, enqueued };
}

it("C3-C9: under every failure each message takes effect once or is put aside", async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { server, disk, enqueued } = await simulate(seed).catch((error) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    const good = enqueued.filter((id) => kindOf(id) === "good");
    const bad = enqueued.filter((id) => kindOf(id) !== "good");
    expect(server.violations, `seed ${seed}`).toEqual([]);
    expect([...server.effects.keys()].sort(), `seed ${seed}`).toEqual(good.sort());
    expect([...disk.dead.keys()].sort(), `seed ${seed}`).toEqual(bad.sort());
  }
}, 120_000);
