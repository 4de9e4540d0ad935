import "fake-indexeddb/auto";
import { openDB } from "idb";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { use } from "../../test/support/captured.ts";
import { openStore } from "./database.ts";
import { nextDue } from "./due.ts";
import { eventsSince } from "./history.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Chunk, Schema } from "./schema.ts";

const state = { version: 1, last: null, leaves: [], fulfilled: null };

it("S15: a database of an earlier version keeps its states and learns to list what falls due", async () => {
  const name = uuidv7();
  const old = await openDB<Schema>(name, 3, {
    upgrade(database, _from, _to, transaction) {
      for (const migrate of MIGRATIONS.slice(0, 3)) void migrate(database, transaction);
    },
  });
  await old.put("matchers", { person: "ada", signal: "known", state });
  old.close();

  const store = await openStore(name);
  expect(await store.get("matchers", ["ada", "known"])).toEqual({
    person: "ada",
    signal: "known",
    state,
  });
  expect(await nextDue(store)).toBeNull();
  await store.put("matchers", { person: "ada", signal: "later", state, due: 20 });
  await store.put("matchers", { person: "bob", signal: "soon", state, due: 10 });
  expect(await nextDue(store)).toBe(10);
  store.close();
});

it("S19: events of an earlier version are found by their time", async () => {
  const name = uuidv7();
  const old = await openDB<Schema>(name, 5, {
    async upgrade(database, _from, _to, transaction) {
      for (const migrate of MIGRATIONS.slice(0, 5)) await migrate(database, transaction);
    },
  });
  for (const times of [[5, 30], [10], [40, 20]]) {
    const chunk: Partial<Chunk> = { events: times.map((ts) => use("a", ts)) };
    await old.add("chunks", chunk as Chunk);
  }
  old.close();

  const store = await openStore(name);
  const timesFrom = async (from: number) => {
    const chunks = store.transaction("chunks").store;
    return (await eventsSince(from, chunks, "ada", () => "ada")).map(({ ts }) => ts);
  };
  expect(await timesFrom(20)).toEqual([20, 30, 40]);
  expect(await timesFrom(31)).toEqual([40]);
  expect(await timesFrom(41)).toEqual([]);
  store.close();
});
