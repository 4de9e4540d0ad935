import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { smallGuide, smallStep } from "../../../test/support/small-guide.ts";
import { type DraftRecord, openAuthoring } from "./database.ts";
import { listDrafts, readDraft, removeDraft, writeDraft } from "./drafts.ts";

const draft = (changedAt: number): DraftRecord => ({
  id: "g",
  guide: smallGuide([smallStep("a")]),
  base: null,
  changedAt,
});

describe("drafts on the device", () => {
  it("B10: are kept, listed and removed", async () => {
    const store = await openAuthoring("drafts-kept");
    expect(await writeDraft(store, draft(1), null)).toBeNull();
    expect(await readDraft(store, "g")).toEqual(draft(1));
    expect(await listDrafts(store)).toHaveLength(1);
    await removeDraft(store, "g");
    expect(await readDraft(store, "g")).toBeUndefined();
  });

  it("B10: are not overwritten by somebody who has not seen the newest", async () => {
    const store = await openAuthoring("drafts-two-windows");
    await writeDraft(store, draft(1), null);
    expect(await writeDraft(store, draft(2), 1)).toBeNull();
    expect(await writeDraft(store, draft(3), 1)).toEqual(draft(2));
    expect(await readDraft(store, "g")).toEqual(draft(2));
  });
});
