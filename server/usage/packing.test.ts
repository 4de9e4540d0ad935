import { expect, it } from "vitest";
import type { Deps } from "../deps.ts";
import { createPacking } from "./packing.ts";

/** A database in which nothing waits, or that is away. */
function packingOn(transaction: () => Promise<unknown>) {
  const errors: string[] = [];
  const log = { info: () => undefined, error: (text: string) => errors.push(text) };
  const packing = createPacking({ db: { transaction }, log } as unknown as Deps);
  return { packing, errors };
}

it("R71: what waits is packed after many events or transactions of a workspace, each counted for itself", async () => {
  let packed = 0;
  const { packing } = packingOn(async () => {
    packed += 1;
    return false;
  });
  for (let time = 0; time < 19; time++) await packing("one", 1_000);
  await packing("two", 19_999);
  expect(packed).toBe(0);
  await packing("one", 1_000);
  expect(packed).toBe(1);
  for (let time = 0; time < 999; time++) await packing("one", 1);
  expect(packed).toBe(1);
  await packing("one", 1);
  expect(packed).toBe(2);
});

it("R2: who sent events is answered also where packing failed", async () => {
  const { packing, errors } = packingOn(() => Promise.reject(new Error("away")));
  await packing("one", 20_000);
  expect(errors).toEqual(["could not pack days"]);
});
