import { describe, expect, it } from "vitest";
import type { IncomingEvent } from "./event.ts";
import { createIngestQueue, type Write } from "./queue.ts";

const event = (messageId: string): IncomingEvent => ({
  messageId,
  type: "page",
  event: null,
  known: null,
  at: 0,
  clientAt: 0,
  receivedAt: 0,
  clockOffsetMs: null,
  user: "ann",
  account: null,
  device: null,
  boot: null,
  seq: null,
  host: null,
  path: null,
  verified: false,
  properties: null,
  traits: {},
});
const events = (...ids: string[]) => ids.map(event);

/** A database of ids; `poison` is refused as data, `down` rejects everything. */
function fakeStore(poison: readonly string[] = []) {
  const stored = new Set<string>();
  const transactions: string[][] = [];
  const state = { down: false };
  const write: Write = (_, batch) => async () => {
    const ids = batch.map(({ messageId }) => messageId);
    transactions.push(ids);
    await Promise.resolve();
    if (state.down) throw Object.assign(new Error("gone"), { code: "57P01" });
    if (ids.some((id) => poison.includes(id))) {
      throw Object.assign(new Error("bad"), { code: "22P05" });
    }
    const fresh = ids.filter((id) => !stored.has(id));
    for (const id of fresh) stored.add(id);
    return { fresh: new Set(fresh), erased: new Set<string>(), expired: new Set<string>() };
  };
  return { write, transactions, stored, state };
}

describe("ingest queue", () => {
  it("R2: requests that wait share one transaction, and each gets its own outcomes", async () => {
    const { write, transactions } = fakeStore();
    const store = createIngestQueue(write);
    const outcomes = await Promise.all([
      store("w", events("a")),
      store("w", events("b", "c")),
      store("w", events("c", "d")),
      store("other", events("a")),
    ]);
    expect(transactions).toEqual([["a"], ["a"], ["b", "c", "d"]]);
    expect(outcomes).toEqual([
      ["accepted"],
      ["accepted", "accepted"],
      ["duplicate", "accepted"],
      ["duplicate"],
    ]);
  });

  it("R3: an event that the database refuses is singled out, whoever travelled with it", async () => {
    const { write, stored } = fakeStore(["poison"]);
    const store = createIngestQueue(write);
    const first = store("w", events("x"));
    const [bad, good] = await Promise.all([
      store("w", events("a", "b", "poison", "c", "poison")),
      store("w", events("d", "e")),
    ]);
    expect(await first).toEqual(["accepted"]);
    expect(bad).toEqual(["accepted", "accepted", "unstorable", "accepted", "unstorable"]);
    expect(good).toEqual(["accepted", "accepted"]);
    expect(stored).toEqual(new Set(["x", "a", "b", "c", "d", "e"]));
  });

  it("when the database is away every request fails, and later ones succeed", async () => {
    const { write, state } = fakeStore();
    const store = createIngestQueue(write);
    state.down = true;
    const failed = await Promise.allSettled([store("w", events("a")), store("w", events("b"))]);
    expect(failed.map((result) => result.status)).toEqual(["rejected", "rejected"]);
    state.down = false;
    expect(await store("w", events("a"))).toEqual(["accepted"]);
  });

  it("a transaction does not grow without bound", async () => {
    const { write, transactions } = fakeStore();
    const store = createIngestQueue(write);
    const ids = (n: number) => Array.from({ length: 200 }, (_, i) => `${n}-${i}`);
    await Promise.all(Array.from({ length: 13 }, (_, n) => store("w", events(...ids(n)))));
    expect(transactions.map((batch) => batch.length)).toEqual([200, 1000, 1000, 400]);
  });

  it("tries again when PostgreSQL asks to, but not for ever", async () => {
    let tries = 0;
    const store = createIngestQueue(() => async () => {
      tries += 1;
      throw Object.assign(new Error("deadlock"), { code: "40P01" });
    });
    await expect(store("w", events("a"))).rejects.toThrow("deadlock");
    expect(tries).toBe(4);
  });
});
