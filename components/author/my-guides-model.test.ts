import { describe, expect, it } from "vitest";
import type { Guide } from "../../lib/model/guide.ts";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Ask } from "../ports.ts";
import { createMyGuidesModel } from "./my-guides-model.ts";
import type { Drafts, LocalDraft } from "./ports.ts";

const guide = (id: string): Guide => smallGuide([smallStep("a")], { id, name: { en: id } });

function memoryDrafts(...drafts: LocalDraft[]): Drafts {
  const kept = new Map(drafts.map((draft) => [draft.id, draft]));
  return {
    list: async () => [...kept.values()],
    read: async (id) => kept.get(id),
    write: async (draft) => {
      kept.set(draft.id, draft);
      return null;
    },
    remove: async (id) => void kept.delete(id),
  };
}

const draft = (id: string, more: Partial<LocalDraft> = {}): LocalDraft => ({
  id,
  guide: guide(id),
  base: null,
  changedAt: 1,
  ...more,
});
const onServer = (id: string, more: object = {}) => ({
  id,
  name: { en: id },
  revision: 1,
  updatedAt: 2,
  published: null,
  changed: true,
  archived: false,
  ...more,
});

function open(drafts: Drafts, items: object[] | null, signedIn = true) {
  const asked: string[] = [];
  const request = (async (url: string, init: RequestInit = {}) => {
    asked.push(`${init.method ?? "GET"} ${url.replace("https://s", "")}`);
    if (!items) throw new TypeError("offline");
    const body = init.method === "DELETE" ? { version: null } : { items };
    return new Response(JSON.stringify(body));
  }) as typeof fetch;
  const session = signedIn ? { server: "https://s", token: "t" } : null;
  const ask = (async () => ({ ok: true, value: session })) as unknown as Ask;
  const model = createMyGuidesModel({ drafts, ask, fetch: request, now: () => 9 });
  return { model, asked };
}

describe("my guides", () => {
  it("drafts of the device and guides of the server are one list, each with its state", async () => {
    const base = { revision: 1, guide: guide("edited") };
    const drafts = memoryDrafts(
      draft("mine"),
      draft("edited", { base, guide: { ...guide("edited"), priority: 1 } }),
    );
    const { model } = open(drafts, [
      onServer("edited"),
      onServer("theirs"),
      onServer("out", { published: 2, changed: false }),
      onServer("newer", { published: 2 }),
      onServer("old", { archived: true }),
    ]);
    await model.data.load();
    const { guides } = model.data.value.value ?? { guides: [] };
    expect(Object.fromEntries(guides.map(({ id, state }) => [id, state]))).toEqual({
      mine: "local",
      edited: "changed",
      theirs: "draft",
      out: "published",
      newer: "unpublished",
      old: "archived",
    });
  });

  it("without a network or a session what is here is there", async () => {
    const offline = open(memoryDrafts(draft("mine")), null).model;
    await offline.data.load();
    expect(offline.data.value.value).toMatchObject({
      guides: [{ id: "mine" }],
      problem: { code: "offline" },
    });
    const stranger = open(memoryDrafts(draft("mine")), [], false).model;
    await stranger.data.load();
    expect(stranger.data.value.value).toMatchObject({ server: null, problem: null });
  });

  it("makes, copies, deletes and brings back; ids are never taken twice", async () => {
    const { model } = open(memoryDrafts(), []);
    await model.data.load();
    const make = () => model.create("tour", { en: "First report" }, { en: "First step" });
    expect([await make(), await make()]).toEqual(["first-report", "first-report-2"]);
    const copy = await model.duplicate("first-report", (name) => `${name} (copy)`);
    expect(copy).toBe("first-report-3");
    await model.removeDraft("first-report");
    const ids = () => model.data.value.value?.guides.map(({ id }) => id).sort();
    expect(ids()).toEqual(["first-report-2", "first-report-3"]);
    expect(model.done.value).toEqual({ what: "removed", name: { en: "First report" } });
    await model.restore();
    expect(ids()).toContain("first-report");
  });

  it("archives on the server", async () => {
    const { model, asked } = open(memoryDrafts(), [onServer("out", { published: 1 })]);
    await model.data.load();
    await model.archive("out");
    expect(asked).toContain("DELETE /v1/guides/out");
    expect(model.done.value?.what).toBe("archived");
  });
});
