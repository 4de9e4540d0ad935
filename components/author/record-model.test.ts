import { describe, expect, it, vi } from "vitest";
import type { RecordingStatus } from "../../lib/message/protocol.ts";
import type { Ask } from "../ports.ts";
import { createRecordModel } from "./record-model.ts";

const STATUS: RecordingStatus = {
  state: "recording",
  tabs: [1],
  into: null,
  steps: [{ step: "s", title: { en: "Click “Save”" }, lamp: "red", picture: "p" }],
};

/** A background that records or does not, and a person who allows or does not. */
function world({ allows = true, has = true, refuses = false } = {}) {
  const asked: [string, unknown][] = [];
  const allowed: string[] = [];
  const edited: string[] = [];
  let status: RecordingStatus | null = null;
  let frames = ["https://pay.test:8443"];
  const error = { code: "failed", message: "no" } as const;
  const ask = (async (name: string, input: unknown) => {
    if (name === "recording.state") return { ok: true, value: status };
    asked.push([name, input]);
    if (refuses) return { ok: false, error };
    status = ["recording.start", "recording.resume"].includes(name) ? STATUS : null;
    return { ok: true, value: name === "recording.finish" ? { guide: "how-to-1" } : null };
  }) as unknown as Ask;
  const model = createRecordModel({
    ask,
    allow: async (pattern) => {
      allowed.push(pattern);
      return allows;
    },
    isAllowed: async () => has,
    unseenFrames: async () => frames,
    allowFrames: async (origins) => {
      allowed.push(...origins);
      if (allows) frames = [];
      return allows;
    },
    places: async () => [
      {
        guide: "g",
        name: { en: "Old" },
        steps: ["a", "b"].map((id) => ({ id, title: { en: id } })),
      },
    ],
    picture: async (asset) => `blob:${asset}`,
    openEditor: (guide) => edited.push(guide),
  });
  return { model, asked, allowed, edited };
}

describe("record model", () => {
  it("W3: begins in the tab beside the panel once its site is allowed, and finishes in the editor", async () => {
    const { model, asked, allowed, edited } = world();
    await model.data.load();
    model.showTab({ id: 1, url: "http://app.test:1880/flows#a" });
    await model.record();
    expect(allowed).toEqual(["<all_urls>"]);
    expect(asked).toEqual([["recording.start", { tab: 1 }]]);
    expect(model.here.value).toBe(true);
    await Promise.resolve();
    expect(model.pictures.value.get("p")).toBe("blob:p");
    model.showTab({ id: 2, url: "http://app.test/" });
    expect(model.here.value).toBe(false);
    await model.record();
    expect(asked.at(-1)).toEqual(["recording.resume", { tab: 2 }]);
    await model.finish();
    expect(edited).toEqual(["how-to-1"]);
    expect(model.data.value.value).toBeNull();
  });

  it("W3: says why a tab cannot be recorded, and asks for nothing then", async () => {
    const { model, asked } = world({ allows: false, has: false });
    await model.data.load();
    await model.record();
    expect(model.problem.value).toEqual({ kind: "unseen" });
    model.showTab({ id: 1, url: "chrome://newtab/" });
    await model.record();
    expect(model.problem.value).toEqual({ kind: "foreign" });
    model.showTab({ id: 1, url: "https://app.test/" });
    await model.record();
    expect(model.problem.value).toEqual({ kind: "denied", site: "app.test" });
    expect(asked).toEqual([]);
  });

  it("W3: what is not recorded in frames of other sites is said, until they are allowed", async () => {
    for (const allows of [false, true]) {
      const { model, asked, allowed } = world({ allows });
      await model.data.load();
      model.showTab({ id: 1, url: "https://app.test/" });
      expect(model.unseen.value).toEqual([]);
      await model.record();
      await vi.waitFor(() => expect(model.unseen.value).toEqual(["https://pay.test:8443"]));
      await model.allowFrames();
      expect(allowed.at(-1)).toBe("https://pay.test:8443");
      await vi.waitFor(() => expect(model.unseen.value).toHaveLength(allows ? 0 : 1));
      const resumed = ["recording.resume", { tab: 1 }];
      expect(asked.slice(1)).toEqual(allows ? [resumed] : []);
    }
  });

  it("W9: forgotten steps are recorded for a draft, after the step that is named, at its end unless said", async () => {
    const { model, asked } = world();
    await model.data.load();
    model.showTab({ id: 1, url: "https://app.test/" });
    model.putInto("g");
    expect(model.into.value).toEqual({ guide: "g", after: "b" });
    model.putInto("g", null);
    model.putInto("g", "a");
    await model.record();
    expect(asked).toEqual([["recording.start", { tab: 1, into: { guide: "g", after: "a" } }]]);
    expect(model.into.value).toBeNull();
  });

  it("P3: who does not want to allow every site records without pictures", async () => {
    const { model, asked, allowed } = world({ allows: false });
    await model.data.load();
    model.showTab({ id: 1, url: "http://app.test:1880/" });
    await model.record();
    expect(model.pictured.value).toBe(false);
    expect(asked).toEqual([["recording.start", { tab: 1 }]]);
    await model.record();
    expect(allowed).toEqual(["<all_urls>", "http://app.test/*"]);
  });

  it("keeps what the background says, and lets it be tried again", async () => {
    const { model } = world({ refuses: true });
    await model.data.load();
    model.showTab({ id: 1, url: "https://app.test/" });
    await model.record();
    expect(model.problem.value).toMatchObject({ kind: "message" });
    expect(model.busy.value).toBeNull();
  });
});
