import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { guided, identified, use } from "../../test/support/captured.ts";
import type { CapturedEvent } from "../model/event.ts";
import { readEvents } from "./history.ts";
import { ingest } from "./ingest.ts";
import { openDevice } from "./open.ts";

/** Whose each use is after these batches, by feature; "?" is nobody's. */
async function ownersAfter(...batches: CapturedEvent[][]) {
  const { store } = await openDevice(uuidv7());
  for (const batch of batches) await ingest(store, batch, { version: "1.0.0", now: 100 });
  const events = await Array.fromAsync(readEvents(store.transaction("chunks").store));
  const owners = Object.fromEntries(
    events.flatMap((event) =>
      event.kind === "feature" ? [[event.feature, event.user ?? "?"]] : [],
    ),
  );
  return { store, owners };
}

describe("I6: anonymous use", () => {
  it("belongs to who identifies, also when both come in one batch", async () => {
    const { owners, store } = await ownersAfter([
      use("browse", 1),
      guided("started", 2),
      identified("ada", 3),
      use("save", 4),
    ]);
    expect(owners).toEqual({ browse: "ada", save: "ada" });
    expect((await store.getAll("daily")).map(({ person }) => person)).toEqual(["ada", "ada"]);
    expect(await store.getAll("runs")).toMatchObject([{ person: "ada", status: "running" }]);
  });

  it("of another host stays", async () => {
    const { owners } = await ownersAfter(
      [use("elsewhere", 1, { host: "other.test" })],
      [use("also-elsewhere", 2, { host: "other.test" }), identified("ada", 3)],
    );
    expect(owners).toEqual({ elsewhere: "?", "also-elsewhere": "?" });
  });

  it("between two people belongs to neither", async () => {
    const { owners } = await ownersAfter(
      [identified("ada", 1), use("a", 2), identified(null, 3), use("between", 4)],
      [identified("grace", 5), use("b", 6)],
    );
    expect(owners).toEqual({ a: "ada", between: "?", b: "grace" });
  });

  it("is not given away by a host that logs out nobody", async () => {
    const { owners } = await ownersAfter(
      [identified(null, 1), use("browse", 2)],
      [identified("ada", 3)],
    );
    expect(owners).toEqual({ browse: "ada" });
  });
});
