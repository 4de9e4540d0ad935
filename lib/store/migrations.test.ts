import "fake-indexeddb/auto";
import { openDB } from "idb";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { openStore } from "./database.ts";
import { nextDue } from "./due.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Schema } from "./schema.ts";

const state = { version: 1, last: null, leaves: [], fulfilled: null };

it("S15: a database of an earlier version keeps its states and learns to list what falls due", async () => {
  const name = uuidv7();
  const old = await openDB<Schema>(name, 3, {
    upgrade(database, _from, _to, transaction) {
      for (const migrate of MIGRATIONS.slice(0, 3)) migrate(database, transaction);
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
