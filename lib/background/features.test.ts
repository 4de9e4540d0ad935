import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { identified, use } from "../../test/support/captured.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { ingest } from "../store/ingest.ts";
import { openDevice } from "../store/open.ts";
import type { Store } from "../store/schema.ts";
import { wipePeople } from "../store/wipe.ts";
import { enterWorkspace, leaveWorkspace } from "../store/workspace.ts";
import { readFeatures } from "./features.ts";

let store: Store;
let revision = 0;
beforeEach(async () => {
  ({ store } = await openDevice(uuidv7()));
  await enterWorkspace(store, CONNECTION);
});

async function publish(ids: readonly string[], now: number): Promise<void> {
  const features = ids.map((id) => {
    const rules = [{ on: "click" as const, selector: `#${id}` }];
    return { version: 1, body: { id, name: id, rules } };
  });
  revision += 1;
  const bundle = { ...bundleOf({ features }), revision };
  await applyBundle(store, { bundle, etag: null }, { version: "1", now });
}

const since = async () =>
  Object.fromEntries(
    (await readFeatures(store, "ada")).map(({ feature, since: at }) => [feature.id, at]),
  );

describe("E23: counts begin when the tag reaches the device", () => {
  it("each feature with its own first bundle", async () => {
    await publish(["save"], 1_000);
    await publish(["save", "share"], 2_000);
    expect(await since()).toEqual({ save: 1_000, share: 2_000 });
  });

  it("anew after it was archived, after a workspace was left, and after data were deleted", async () => {
    await publish(["save", "share"], 1_000);
    await publish(["save"], 2_000);
    await publish(["save", "share"], 3_000);
    expect(await since()).toEqual({ save: 1_000, share: 3_000 });
    await wipePeople(store, 4_000);
    expect(await since()).toEqual({ save: 4_000, share: 4_000 });
    await leaveWorkspace(store);
    await enterWorkspace(store, CONNECTION);
    await publish(["save"], 5_000);
    expect(await since()).toEqual({ save: 5_000 });
  });

  it("and a person's own uses stand beside it", async () => {
    await publish(["save"], 1_000);
    const day = 86_400_000;
    const events = [
      identified("ada", 2_000),
      use("save", 3_000),
      use("save", day),
      use("else", day),
    ];
    await ingest(store, events, { version: "1", now: day });
    expect(await readFeatures(store, "ada")).toMatchObject([{ uses: 2 }]);
    expect(await readFeatures(store, "bob")).toMatchObject([{ uses: 0 }]);
  });
});
