import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it } from "vitest";
import type { Database } from "./database.ts";
import { inTurns } from "./turns.ts";

/** A database whose transactions end when they are told to. */
function held() {
  const running: { name: string; end: () => void; fail: () => void }[] = [];
  const transaction = (name: string) =>
    new Promise<string>((resolve, reject) => {
      running.push({ name, end: () => resolve(name), fail: () => reject(new Error(name)) });
    });
  return {
    db: { transaction, read: transaction, erase: transaction } as unknown as Database,
    running,
  };
}

it("R75: who waited for a turn goes on in their own name", async () => {
  const { db, running } = held();
  const name = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  const told = {
    ...db,
    transaction: (...order: Parameters<Database["transaction"]>) => {
      seen.push(name.getStore());
      return db.transaction(...order);
    },
  } as Database;
  const turns = inTurns(told, 1);
  const work = async () => undefined;
  const first = name.run("ann", () => turns.transaction("a", work));
  const second = name.run("ben", () => turns.transaction("b", work));
  running[0]?.end();
  await first;
  running[1]?.end();
  await second;
  expect(seen).toEqual(["ann", "ben"]);
});

it("R81: no more than so many at a time, in order, also after one failed", async () => {
  const { db, running } = held();
  const turns = inTurns(db, 2);
  const work = async () => undefined;
  const names = () => running.map(({ name }) => name);
  const asked = ["a", "b", "c", "d"].map((name) => turns.transaction(name, work));
  expect(names()).toEqual(["a", "b"]);
  running[0]?.fail();
  await expect(asked[0]).rejects.toThrow("a");
  expect(names()).toEqual(["a", "b", "c"]);
  const erasing = turns.erase("e", work);
  const reading = turns.read("f", work);
  running[1]?.end();
  running[2]?.end();
  await Promise.all([asked[1], asked[2]]);
  expect(names()).toEqual(["a", "b", "c", "d", "e"]);
  running[3]?.end();
  running[4]?.end();
  await erasing;
  running[5]?.end();
  expect(await asked[3]).toBe("d");
  expect(await reading).toBe("f");
});
