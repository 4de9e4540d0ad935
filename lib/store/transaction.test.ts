import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { openDevice } from "./open.ts";
import { changeAll } from "./transaction.ts";

describe("changeAll", () => {
  it("I2: keeps nothing of a change that fails half way", async () => {
    const { store } = await openDevice(uuidv7());
    const failing = changeAll(store, async (transaction) => {
      await transaction.objectStore("chunks").add({ events: [], until: 0 });
      throw new RangeError("half way");
    });
    await expect(failing).rejects.toThrow("half way");
    expect(await store.count("chunks")).toBe(0);
  });

  it("I2: says why the database refused, and goes on with the next one", async () => {
    const { store } = await openDevice(uuidv7());
    const refused = changeAll(store, async (transaction) => {
      const runs = transaction.objectStore("runs");
      await runs.put({ nobody: true } as never);
    });
    await expect(refused).rejects.toThrow();
    await changeAll(store, (transaction) =>
      transaction.objectStore("chunks").add({ events: [], until: 0 }),
    );
    expect(await store.count("chunks")).toBe(1);
  });
});
