import { expect, test } from "vitest";
import type { Input, MessageName, Reply } from "../../lib/message/protocol.ts";
import { createListedModel } from "./listed-model.ts";

function panel(answers: Partial<Record<MessageName, unknown>> = {}) {
  const asked: [MessageName, unknown][] = [];
  const values: Partial<Record<MessageName, unknown>> = {
    "feed.list": { ok: true, value: [] },
    "howTo.list": { ok: true, value: [] },
    ...answers,
  };
  const model = createListedModel(
    async <N extends MessageName>(name: N, input: Input<N>): Promise<Reply<N>> => {
      asked.push([name, input]);
      return (values[name] ?? { ok: true, value: null }) as Reply<N>;
    },
  );
  return { model, asked };
}

test("what is asked for quickly is done in that order, and nothing is lost", async () => {
  const { model, asked } = panel();
  await model.showTab(7);
  await Promise.all([model.read(["a", "b"]), model.dismiss("a"), model.tick("h", "s")]);
  expect(asked.map(([name]) => name).filter((name) => !name.endsWith(".list"))).toEqual([
    "feed.read",
    "feed.read",
    "feed.dismiss",
    "howTo.tick",
  ]);
  expect(asked).toContainEqual(["feed.dismiss", { guide: "a", tab: 7 }]);
});

test("a refusal is shown until the next thing works", async () => {
  const error = { code: "failed", message: "not for this page" } as const;
  const { model } = panel({ "howTo.point": { ok: false, error } });
  await model.showTab(7);
  await model.point("h", "s");
  expect(model.problem.value).toEqual(error);
  await model.stop("h");
  expect(model.problem.value).toBeNull();
});

test("without a page beside the panel nothing is listed or asked for", async () => {
  const { model, asked } = panel();
  await model.showTab(null);
  await model.read(["a"]);
  expect(model.data.value.value).toEqual({ feed: [], howTos: [] });
  expect(asked).toEqual([]);
});

test("a background that does not answer is an error to retry", async () => {
  const error = { code: "timeout", message: "no answer" } as const;
  const { model } = panel({ "feed.list": { ok: false, error } });
  await model.showTab(7);
  expect(model.data.view.value).toEqual({ state: "failed", error });
});

test("a picture that cannot be had is none", async () => {
  const error = { code: "failed", message: "no" } as const;
  expect(await panel({ "asset.get": { ok: false, error } }).model.picture("x")).toBeNull();
  const answer = { ok: true, value: "data:image/png;base64," };
  expect(await panel({ "asset.get": answer }).model.picture("x")).toBe(answer.value);
});

test("L16: what a person says of a how-to goes to the background, with the tab it is for", async () => {
  const { model, asked } = panel();
  await model.showTab(7);
  await model.open("h");
  await model.rate("h", false);
  expect(asked).toContainEqual(["howTo.read", { guide: "h", tab: 7 }]);
  expect(asked).toContainEqual(["howTo.rate", { guide: "h", helpful: false, tab: 7 }]);
});
