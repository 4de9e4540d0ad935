import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Database } from "./database.ts";
import { createUpkeep } from "./upkeep.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** On a database in which nothing is due. */
function upkeepOf() {
  const looked = vi.fn(async () => []);
  const log = { info: () => undefined, error: () => undefined };
  const ending = new AbortController();
  const db = { maintain: looked } as unknown as Database;
  const upkeep = createUpkeep({ db, clock: () => Date.now(), log }, ending.signal);
  return { upkeep, looked, ending };
}

it("R79: tables are looked at once a minute however much is stored, and after the last of it", async () => {
  const { upkeep, looked } = upkeepOf();
  upkeep.stored();
  await upkeep.settled();
  for (let time = 0; time < 5; time++) {
    await vi.advanceTimersByTimeAsync(10_000);
    upkeep.stored();
  }
  expect(looked).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looked).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(looked).toHaveBeenCalledTimes(2);
});

it("R79: nothing is looked at any more when the server ends", async () => {
  const { upkeep, looked, ending } = upkeepOf();
  upkeep.stored();
  await upkeep.settled();
  upkeep.stored();
  ending.abort();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(looked).toHaveBeenCalledTimes(1);
});

it("R79: a clock that is set back holds nothing up", async () => {
  const { upkeep, looked } = upkeepOf();
  upkeep.stored();
  await upkeep.settled();
  vi.setSystemTime(Date.now() - 40 * 86_400_000);
  upkeep.stored();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looked).toHaveBeenCalledTimes(2);
});
