import { describe, expect, test } from "vitest";
import type { Input, LibraryEntry, MessageName, Reply } from "../../lib/message/protocol.ts";
import { createPanelModel } from "./model.ts";

const guide = (id: string, more: Partial<LibraryEntry>): LibraryEntry => ({
  guide: id,
  name: { en: id },
  kind: "tour",
  steps: 3,
  state: "new",
  at: null,
  fitsPage: false,
  ...more,
});

function panel(answers: Partial<Record<MessageName, unknown>> = {}) {
  const asked: [MessageName, unknown][] = [];
  const status = (error: string | null) => ({
    sites: ["https://a.example"],
    consent: { policy: "implied", state: "granted", hosts: [] },
    erasure: { waiting: null, done: null },
    outbox: { waiting: 1, error },
  });
  const values: Partial<Record<MessageName, unknown>> = {
    "status.get": { ok: true, value: status(null) },
    "library.list": { ok: true, value: [] },
    "signals.list": {
      ok: true,
      value: {
        at: 0,
        signals: [],
        names: { features: {}, guides: {}, signals: {} },
        computing: null,
      },
    },
    "guides.explain": { ok: true, value: [] },
    "sync.now": { ok: true, value: status(null) },
    ...answers,
  };
  const model = createPanelModel(
    async <N extends MessageName>(name: N, input: Input<N>): Promise<Reply<N>> => {
      asked.push([name, input]);
      return (values[name] ?? { ok: true, value: null }) as Reply<N>;
    },
  );
  return { model, asked, status };
}

describe("guides", () => {
  test("those made for this page come first, and a running one is always in sight", async () => {
    const { model } = panel({
      "library.list": {
        ok: true,
        value: [
          guide("other", {}),
          guide("here", { fitsPage: true }),
          guide("running", { state: "running", at: 2 }),
        ],
      },
    });
    await model.showTab({ id: 7, url: "https://a.example/inbox?x=1" });
    expect(model.guides.value.here.map((entry) => entry.guide)).toEqual(["here", "running"]);
    expect(model.guides.value.elsewhere.map((entry) => entry.guide)).toEqual(["other"]);
  });

  test("start in the tab beside the panel", async () => {
    const { model, asked } = panel();
    await model.showTab({ id: 7, url: "https://a.example/inbox?x=1" });
    await model.start("tour");
    expect(asked).toContainEqual(["guide.start", { guide: "tour", tab: 7 }]);
  });

  test("a refusal is shown until the next thing works", async () => {
    const error = { code: "failed", message: "the page is gone" } as const;
    const { model } = panel({ "guide.start": { ok: false, error } });
    await model.showTab({ id: 7, url: "https://a.example/inbox?x=1" });
    await model.start("tour");
    expect(model.problem.value).toEqual(error);
    await model.stop("tour");
    expect(model.problem.value).toBeNull();
  });

  test("knows whether the site of the tab is connected", async () => {
    const { model } = panel();
    await model.showTab({ id: 7, url: "https://a.example/inbox?x=1" });
    expect(model.siteConnected.value).toBe(true);
    await model.showTab({ id: 8, url: undefined });
    expect(model.siteConnected.value).toBe(false);
  });
});

describe("sending", () => {
  test("says that it was sent", async () => {
    const { model } = panel();
    await model.sendNow();
    expect(model.done.value).toBe("sent");
  });

  test("does not say so when the server could not be reached", async () => {
    const { model, status } = panel();
    const failing = panel({ "sync.now": { ok: true, value: status("offline") } });
    await failing.model.sendNow();
    expect(failing.model.done.value).toBeNull();
    expect(failing.model.problem.value?.message).toBe("offline");
    expect(model.problem.value).toBeNull();
  });
});

test("deleting asks once, however often it is pressed, and shows what is left", async () => {
  const { model, asked } = panel();
  await Promise.all([model.deleteData(), model.deleteData()]);
  expect(asked.filter(([name]) => name === "data.delete")).toHaveLength(1);
  expect(model.done.value).toBe("deleted");
  expect(asked.at(-1)?.[0]).toBe("signals.list");
});

test("a background that does not answer is an error to retry", async () => {
  const error = { code: "timeout", message: "no answer" } as const;
  const { model } = panel({ "status.get": { ok: false, error } });
  await model.showTab(null);
  expect(model.data.view.value).toEqual({ state: "failed", error });
});
