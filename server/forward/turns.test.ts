import { expect, it } from "vitest";
import { createTurns } from "./turns.ts";

const gate = () => Promise.withResolvers<void>();

it("R59: a key waits for itself alone, and what was asked for meanwhile is done once", async () => {
  const turns = createTurns(new AbortController().signal, () => undefined);
  const done: string[] = [];
  const slow = gate();
  turns.take("slow", () => slow.promise.then(() => void done.push("slow")));
  for (const name of ["two", "three"]) turns.take("slow", async () => void done.push(name));
  const quick = gate();
  turns.take("quick", async () => quick.resolve());
  await quick.promise;
  expect(done).toEqual([]);
  slow.resolve();
  await turns.settled();
  expect(done).toEqual(["slow", "three"]);
});

it("R60: whoever asks while the last turn ends is not forgotten, and a failure ends nothing", async () => {
  const failures: unknown[] = [];
  const turns = createTurns(new AbortController().signal, (error) => failures.push(error));
  const done: number[] = [];
  const work = (left: number) => async (): Promise<void> => {
    done.push(left);
    if (left > 0) queueMicrotask(() => turns.take("one", work(left - 1)));
    throw new Error("no");
  };
  turns.take("one", work(50));
  while (done.length < 51) await turns.settled();
  expect(failures).toHaveLength(51);
});

it("after the end nothing begins", async () => {
  const ending = new AbortController();
  const turns = createTurns(ending.signal, () => undefined);
  ending.abort();
  turns.take("one", () => Promise.reject(new Error("began")));
  await turns.settled();
});
