import { expect, it } from "vitest";
import { createLanes } from "./lanes.ts";

const gate = () => Promise.withResolvers<void>();

it("R59: a key waits for itself alone, and what was asked for meanwhile is done once", async () => {
  const lanes = createLanes(new AbortController().signal, () => undefined);
  const done: string[] = [];
  const slow = gate();
  lanes.take("slow", () => slow.promise.then(() => void done.push("slow")));
  for (const name of ["two", "three"]) lanes.take("slow", async () => void done.push(name));
  const quick = gate();
  lanes.take("quick", async () => quick.resolve());
  await quick.promise;
  expect(done).toEqual([]);
  slow.resolve();
  await lanes.settled();
  expect(done).toEqual(["slow", "three"]);
});

it("R60: whoever asks while the last turn ends is not forgotten, and a failure ends nothing", async () => {
  const failures: unknown[] = [];
  const lanes = createLanes(new AbortController().signal, (error) => failures.push(error));
  const done: number[] = [];
  const work = (left: number) => async (): Promise<void> => {
    done.push(left);
    if (left > 0) queueMicrotask(() => lanes.take("one", work(left - 1)));
    throw new Error("no");
  };
  lanes.take("one", work(50));
  while (done.length < 51) await lanes.settled();
  expect(failures).toHaveLength(51);
});

it("after the end nothing begins", async () => {
  const ending = new AbortController();
  const lanes = createLanes(ending.signal, () => undefined);
  ending.abort();
  lanes.take("one", () => Promise.reject(new Error("began")));
  await lanes.settled();
});
