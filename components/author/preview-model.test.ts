import { describe, expect, it } from "vitest";
import type { Definitions, PreviewOrder } from "../../lib/message/protocol.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { PreviewReport } from "../../lib/model/preview-news.ts";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Ask } from "../ports.ts";
import { createPreviewModel } from "./preview-model.ts";

const anchor = { samples: [{ fingerprint: { tag: "button" } }] };
const DRAFT: Guide = smallGuide(
  [
    smallStep("one", {
      anchor,
      title: { en: "Hi {{user.first_name|there}}", ru: "Привет, {{user.first_name|друг}}" },
      advance: { on: "click" },
    }),
    smallStep("two"),
  ],
  {
    id: "draft",
    audience: { type: "segment", segment: "trial" },
    trigger: { start: "auto", when: { type: "signal", signal: "stuck" } },
    experiment: "half",
  },
);
const DEFINITIONS: Definitions = {
  features: [],
  signals: [],
  experiments: [],
  guides: [
    { version: 3, body: smallGuide([smallStep("x")], { id: "draft" }) },
    { version: 1, body: smallGuide([smallStep("x")], { id: "published" }) },
  ],
  segments: [
    {
      version: 1,
      body: {
        id: "trial",
        name: "Trial",
        when: { type: "attribute", of: "account", name: "seats", op: "lt", value: 5 },
      },
    },
  ],
  theme: { accent: "#123456" },
};

/** A page that takes orders and says what it is told to, and a background that is only asked. */
function world({ scripted = true } = {}) {
  const orders: PreviewOrder[] = [];
  const asked: string[] = [];
  let news: (said: unknown) => void = () => undefined;
  let now = 0;
  let uses = 4;
  const copied: string[] = [];
  const model = createPreviewModel({
    ask: (async (name: string) => {
      asked.push(name);
      if (name === "features.list")
        return { ok: true, value: [{ feature: { id: "share" }, uses }] };
      return { ok: true, value: name === "definitions.get" ? DEFINITIONS : null };
    }) as unknown as Ask,
    page: {
      async open(_tab, onNews) {
        if (!scripted) throw new Error("Cannot access contents of the page");
        news = onNews;
        return (order) => orders.push(order);
      },
    },
    checker: {
      check: async () => ({
        targets: [{ step: "one", outcome: "found", score: 0.9, candidate: null }],
      }),
    },
    drafts: async () => [DRAFT],
    picture: async (asset) => ({ address: `data:${asset}` }),
    copy: async (text) => {
      copied.push(text);
    },
    fetch: () => Promise.reject(new Error("nobody is asked")),
    now: () => now,
  });
  const report = (said: Partial<PreviewReport>) => {
    now += 1_000;
    news({ news: "report", report: { action: "started", guide: "draft", version: 0, ...said } });
  };
  const use = () => {
    uses += 1;
  };
  return { model, orders, asked, report, use, say: (said: unknown) => news(said), copied };
}

const played = (orders: PreviewOrder[]) =>
  orders.flatMap((one) => (one.order === "play" ? [one.play] : []));

describe("preview model", () => {
  it("Y4: says who would get it, as it is set, and plays it either way", async () => {
    const { model, orders } = world();
    await model.load();
    model.showTab({ id: 1, url: "https://app.test/" });
    expect(model.guides.value.map(({ guide, draft }) => [guide.id, draft])).toEqual([
      ["draft", true],
      ["published", false],
    ]);
    expect(model.asked.value.attributes).toContainEqual({ of: "account", name: "seats" });
    expect(model.verdict.value?.stoppedBy?.check).toBe("audience");
    model.as.set("account", "seats", 3);
    expect(model.verdict.value?.stoppedBy?.check).toBe("trigger");
    model.as.suppose({ type: "signal", signal: "stuck" }, true);
    expect(model.verdict.value?.verdict).toBe("gets");
    model.as.suppose({ type: "signal", signal: "stuck" }, false);
    await model.play();
    expect(played(orders)).toHaveLength(1);
  });

  it("Y5, Y6: the page gets the draft as that person would, and the background only questions", async () => {
    const { model, orders, asked, report } = world();
    await model.load();
    model.showTab({ id: 1, url: "https://app.test/" });
    model.speak("ru");
    model.as.set("user", "first_name", "Ада");
    await model.play();
    const [order] = played(orders);
    expect(order).toMatchObject({
      guide: { id: "draft", theme: { accent: "#123456" } },
      locales: ["ru"],
      labels: { next: "Далее" },
      startedBy: "auto",
      version: 0,
    });
    expect(order?.guide.steps[0]?.title.ru).toBe("Привет, Ада");
    report({ action: "started", step: "one" });
    report({ action: "completed" });
    expect(asked).toEqual(["definitions.get", "console.session", "features.list"]);
  });

  it("Y7, Y8: goes on in the page that was loaded anew, and says how each step went", async () => {
    const { model, orders, report, say } = world();
    await model.load();
    model.showTab({ id: 1, url: "https://app.test/" });
    await model.check();
    expect(model.checked.value?.get("one")?.outcome).toBe("found");
    await model.play();
    const target = { outcome: "found" as const, score: 0.9 };
    report({ action: "started", step: "one" });
    report({ action: "step_shown", step: "one", target });
    report({ action: "step_completed", step: "one" });
    say(null);
    expect(model.state.value).toBe("waiting");
    model.showTab({ id: 1, url: "https://app.test/next" });
    await expect.poll(() => model.state.value).toBe("playing");
    expect(played(orders)[1]).toMatchObject({
      step: "one",
      startedBy: "resume",
      before: { done: ["one"], left: { answer: null } },
    });
    report({ action: "step_shown", step: "two" });
    report({ action: "step_completed", step: "two" });
    report({ action: "completed", step: "two" });
    expect(model.walk.value).toMatchObject({
      steps: [
        { state: "done", outcome: "found", ms: 1_000 },
        { state: "done", ms: 1_000 },
      ],
      end: "completed",
    });
    expect(model.state.value).toBe("idle");
  });

  it("Y8: what the author uses on the page counts for a step that waits for it", async () => {
    const { model, orders, use } = world();
    await model.load();
    model.showTab({ id: 1, url: "https://app.test/" });
    await model.play();
    await model.load();
    expect(orders).toHaveLength(1);
    use();
    await model.load();
    await expect
      .poll(() => orders[1])
      .toEqual({ order: "say", message: { name: "ingested", used: { share: 1 }, signals: [] } });
  });

  it("takes nothing from a page that says what no preview says", async () => {
    const { model, say } = world();
    await model.load();
    model.showTab({ id: 1, url: "https://app.test/" });
    await model.play();
    say({ news: "report", report: { action: "hacked", guide: "draft", version: 0 } });
    say("nonsense");
    expect(model.walk.value).toBeNull();
    expect(model.state.value).toBe("playing");
  });

  it("says that there is no page, or that it cannot be scripted", async () => {
    const { model } = world({ scripted: false });
    await model.load();
    await model.play();
    expect(model.problem.value).toEqual({ kind: "no-page" });
    model.showTab({ id: 1, url: "https://chromewebstore.google.com/" });
    await model.play();
    expect(model.problem.value).toMatchObject({ kind: "no-script" });
    expect(model.state.value).toBe("idle");
  });
});
