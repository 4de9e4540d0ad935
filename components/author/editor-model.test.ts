import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { setTitle } from "../../lib/draft/texts.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Ask } from "../ports.ts";
import { createEditorModel, type OpenEditor } from "./editor-model.ts";
import type { Drafts, LocalDraft } from "./ports.ts";

const GUIDE = smallGuide([smallStep("a"), smallStep("b")]);

/** Drafts in memory, with the rule of the database that nobody overwrites what they have not seen. */
function memoryDrafts(): Drafts & { kept: Map<string, LocalDraft> } {
  const kept = new Map<string, LocalDraft>();
  return {
    kept,
    list: async () => [...kept.values()],
    read: async (id) => kept.get(id),
    async write(draft, known) {
      const there = kept.get(draft.id);
      if (there && there.changedAt !== known) return there;
      kept.set(draft.id, draft);
      return null;
    },
    remove: async (id) => void kept.delete(id),
  };
}

/** The server's rules for one guide: revisions, versions, and pictures that it lacks. */
function memoryServer(start: Guide | null) {
  const server = { guide: start, revision: start ? 1 : 0, published: 0, lacks: "", online: true };
  const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  const draft = () => ({
    id: "g",
    revision: server.revision,
    updatedAt: 1,
    published: server.published || null,
    changed: true,
    archived: false,
    body: server.guide,
  });
  const request = (async (input: string, init: RequestInit = {}) => {
    if (!server.online) throw new TypeError("offline");
    if (input.endsWith("/publish")) {
      if (server.lacks) {
        const problem = { path: server.lacks, found: '"x"', allowed: "a picture" };
        return reply(400, { error: { message: "problems", problems: [problem] } });
      }
      server.published++;
      return reply(201, { version: server.published });
    }
    if (init.method === "PUT") {
      const expected = new Headers(init.headers).get("If-Match");
      if (expected !== `"${server.revision}"`) return reply(412, { error: { message: "changed" } });
      server.revision++;
      server.guide = JSON.parse(String(init.body));
      return reply(200, draft());
    }
    return server.guide ? reply(200, draft()) : reply(404, { error: { message: "none" } });
  }) as typeof fetch;
  return { server, request };
}

const ask = (async (name: string) => ({
  ok: true,
  value: name !== "console.session" ? null : { server: "https://s", token: "t" },
})) as unknown as Ask;

async function open(drafts: Drafts, request: typeof fetch, uploaded: string[] = []) {
  let time = 1_000;
  const model = createEditorModel({
    guide: "g",
    drafts,
    ask,
    fetch: request,
    wanted: ["en"],
    now: () => {
      time += 10_000;
      return time;
    },
    pictures: {
      address: async () => null,
      add: async () => null,
      retouch: async (asset) => asset,
      sending: signal(null),
      upload: async (_, assets) => {
        uploaded.push(...assets);
        return { ok: true, value: null };
      },
    },
  });
  await model.load();
  const view = model.view.value;
  if (view.state !== "ready") throw new Error(view.state);
  return view.editor;
}

const retitle = (editor: OpenEditor, id: string, text: string) =>
  editor.state.edit((guide) => setTitle(guide, id, "en", text));
const titles = ({ state }: OpenEditor) => state.guide.value.steps.map(({ title }) => title.en);

describe("one guide in the editor", () => {
  it("B10: every edit is on the device, also without a network, and is undone there too", async () => {
    const drafts = memoryDrafts();
    const { server, request } = memoryServer(GUIDE);
    const editor = await open(drafts, request);
    server.online = false;
    retitle(editor, "a", "A!");
    await editor.keeping.settled();
    expect(drafts.kept.get("g")?.guide.steps[0]?.title.en).toBe("A!");
    expect(editor.unsaved.value).toBe(true);
    editor.state.undo();
    await editor.keeping.settled();
    expect(drafts.kept.get("g")?.guide.steps[0]?.title.en).toBe("a");
    expect(editor.unsaved.value).toBe(false);
    await editor.remote.save();
    retitle(editor, "a", "A!");
    await editor.remote.save();
    expect(editor.remote.problem.value?.code).toBe("offline");
  });

  it("B10: what another window did comes in; where both changed a step it is asked", async () => {
    const drafts = memoryDrafts();
    const { request } = memoryServer(null);
    drafts.kept.set("g", { id: "g", guide: GUIDE, base: null, changedAt: 1 });
    const one = await open(drafts, request);
    const two = await open(drafts, request);
    retitle(one, "a", "One");
    await one.keeping.settled();
    retitle(two, "b", "Two");
    await two.keeping.settled();
    expect(titles(two)).toEqual(["One", "Two"]);
    await one.keeping.look();
    expect(titles(one)).toEqual(["One", "Two"]);
    retitle(two, "b", "Too");
    await two.keeping.settled();
    retitle(one, "b", "Also");
    await one.keeping.settled();
    expect(one.conflict.value?.found).toHaveLength(1);
    one.choose({ "step:b": "mine" });
    one.resolve();
    await one.keeping.settled();
    expect(drafts.kept.get("g")?.guide.steps[1]?.title.en).toBe("Also");
  });

  it("B10: looking for news takes back nothing that is being written", async () => {
    const drafts = memoryDrafts();
    const { request } = memoryServer(null);
    drafts.kept.set("g", { id: "g", guide: GUIDE, base: null, changedAt: 1 });
    const editor = await open(drafts, request);
    const looked = editor.keeping.look();
    retitle(editor, "a", "Typed");
    await looked;
    await editor.keeping.settled();
    expect(titles(editor)).toEqual(["Typed", "b"]);
    expect(editor.state.canRedo.value).toBe(false);
    editor.state.undo();
    expect(titles(editor)).toEqual(["a", "b"]);
  });

  it("B8: a draft that somebody else saved is not overwritten; both versions become one", async () => {
    const { server, request } = memoryServer(GUIDE);
    const editor = await open(memoryDrafts(), request);
    server.guide = { ...GUIDE, priority: 7 };
    server.revision = 2;
    retitle(editor, "a", "Mine");
    await editor.remote.save();
    expect(server.guide).toMatchObject({ priority: 7, steps: GUIDE.steps });
    expect(editor.conflict.value?.found).toHaveLength(2);
    editor.resolve();
    await editor.remote.save();
    expect(server.guide).toMatchObject({ priority: 7, steps: [{ title: { en: "Mine" } }, {}] });
    expect(editor.unsaved.value).toBe(false);
  });

  it("B11: an unchanged draft follows the server", async () => {
    const drafts = memoryDrafts();
    const { server, request } = memoryServer(GUIDE);
    const editor = await open(drafts, request);
    server.guide = { ...GUIDE, priority: 7 };
    server.revision = 2;
    await editor.remote.look();
    expect(editor.state.guide.value.priority).toBe(7);
    expect(editor.remote.newer.value).toBe(false);
  });

  it("B11: publishing sends the pictures that the server lacks, and says which step it is about otherwise", async () => {
    const asset = "a".repeat(64);
    const image = { type: "image", asset, alt: "A" } as const;
    const guide = smallGuide([smallStep("a", { body: { en: [image] } })]);
    const { server, request } = memoryServer(guide);
    const uploaded: string[] = [];
    const editor = await open(memoryDrafts(), request, uploaded);
    server.lacks = "steps[0].body.en[0].asset";
    await editor.remote.publication.publish("production");
    expect(uploaded).toEqual([asset]);
    expect(editor.remote.problem.value?.problems?.[0]?.path).toBe(server.lacks);
    server.lacks = "";
    await editor.remote.publication.publish("production");
    expect(editor.remote.done.value).toEqual({
      what: "published",
      version: 1,
      environment: "production",
    });
  });
});
