import { describe, expect, test } from "vitest";
import type { Feature } from "../../lib/model/feature.ts";
import type { TagNews, TagOrder } from "../../lib/model/tagging.ts";
import type { Ask } from "../ports.ts";
import { FORM } from "./tagging.ts";
import { createTaggingModel } from "./tagging-model.ts";

interface Stored {
  revision: number;
  published: number | null;
  archived: boolean;
  body: Feature;
}

const PICKED: TagNews = {
  news: "picked",
  uses: [
    {
      on: "click",
      choices: [
        { selector: "li:nth-of-type(2) a", count: 1, strength: "weak" },
        { selector: "nav a", count: 3, strength: "medium" },
      ],
      proposed: 1,
    },
    { on: "drag", choices: [{ selector: "nav a", count: 3, strength: "medium" }], proposed: 0 },
  ],
  page: { path: "/orders/*" },
};

/** A server with documents, and a page of two frames that does as it is told. */
async function world({ refusePublish = false, unreachable = false } = {}) {
  const stored = new Map<string, Stored>();
  const orders: [number, TagOrder][] = [];
  let hear: (frame: number, news: unknown) => void = () => undefined;
  const session = { server: "https://cs.test", token: "wmt_1" };
  const ask = (async (name: string) => ({
    ok: true,
    value: name === "console.session" ? session : [],
  })) as unknown as Ask;
  const request = (async (url: string, init: RequestInit) => {
    const [, , , , , id = "", act] = url.split("/");
    const one = stored.get(id);
    if (!id) {
      const items = [...stored].map(([of, { body, ...rest }]) => ({
        id: of,
        name: body.name,
        ...rest,
      }));
      return Response.json({ items });
    }
    if (init.method === "PUT") {
      const expected = new Headers(init.headers).get("if-match");
      if (expected !== `"${one?.revision ?? 0}"`) return Response.json({}, { status: 412 });
      const body = JSON.parse(String(init.body)) as Feature;
      const next = { published: one?.published ?? null, archived: false, body };
      stored.set(id, { ...next, revision: (one?.revision ?? 0) + 1 });
    } else if (init.method === "DELETE" && one) {
      stored.set(id, { ...one, published: null, archived: true });
      return Response.json({ version: null });
    } else if (act === "publish" && one) {
      if (refusePublish) return Response.json({}, { status: 400 });
      stored.set(id, { ...one, published: (one.published ?? 0) + 1 });
      return Response.json({ version: 1 });
    }
    return Response.json(stored.get(id));
  }) as typeof fetch;
  const model = createTaggingModel({
    ask,
    fetch: request,
    page: {
      async open(_tab, _name, onNews) {
        if (unreachable) throw new Error("no permission");
        hear = onNews;
        return [0, 7].map((frame) => ({
          frame,
          tell: (order) => void orders.push([frame, order]),
        }));
      },
    },
  });
  await model.load();
  model.showTab(1);
  await model.toggle();
  return {
    model,
    stored,
    orders,
    say: (frame: number, news: TagNews | null | object) => hear(frame, news),
  };
}

type World = Awaited<ReturnType<typeof world>>;

async function publish({ model, say }: World, name = "Orders") {
  model.pick();
  say(7, PICKED);
  model.change({ name });
  await model.save(true);
}

describe("an author tags a feature", () => {
  test("E20: picking ends in all frames with the first that is picked", async () => {
    const { model, orders, say } = await world();
    model.pick();
    expect(orders.slice(-2).map(([frame, { order }]) => [frame, order])).toEqual([
      [0, "pick"],
      [7, "pick"],
    ]);
    say(7, { news: "over", choice: { selector: "#a", count: 1, strength: "strong" } });
    model.move("next");
    expect(orders.at(-1)).toEqual([7, { order: "move", to: "next" }]);
    say(7, PICKED);
    expect(model.picking.value).toBe(false);
    expect(orders.filter(([, { order }]) => order === "rest").map(([frame]) => frame)).toEqual([
      0, 7,
    ]);
    expect(model.form.value?.draft).toMatchObject({
      on: "click",
      selector: "nav a",
      path: "/orders/*",
    });
  });

  test("E22: what rules match is added up over frames; a page is viewed in its top frame", async () => {
    const { model, say } = await world();
    const count = { key: FORM, fits: true, count: 2, unreadable: false };
    say(0, { news: "counts", counts: [count] });
    say(7, { news: "counts", counts: [count, { ...count, key: "view", count: 0 }] });
    expect(model.counts.value.get(FORM)).toEqual({ fits: true, count: 4, unreadable: false });
    expect(model.counts.value.get("view")?.fits).toBe(false);
    say(7, null);
    expect(model.counts.value.get(FORM)?.count).toBe(2);
    say(0, { news: "counts", counts: "<b>" });
    expect(model.counts.value.get(FORM)?.count).toBe(2);
  });

  test("published at once, undone into the archive; its id stays taken", async () => {
    const made = await world();
    await publish(made);
    expect(made.stored.get("orders")).toMatchObject({ published: 1, archived: false });
    expect(made.model.form.value).toBeNull();
    await made.model.undo();
    expect(made.stored.get("orders")).toMatchObject({ published: null, archived: true });
    await publish(made);
    expect(made.stored.get("orders-2")).toMatchObject({ published: 1 });
  });

  test("renamed and undone; archived and undone", async () => {
    const made = await world();
    const { model, stored } = made;
    await publish(made);
    await model.edit("orders");
    model.change({ name: "All orders" });
    await model.save(true);
    expect(stored.get("orders")?.body.name).toBe("All orders");
    await model.undo();
    expect(stored.get("orders")).toMatchObject({ published: 3, body: { name: "Orders" } });
    await model.archive("orders");
    expect(stored.get("orders")?.archived).toBe(true);
    await model.undo();
    expect(stored.get("orders")).toMatchObject({ archived: false, published: 1 });
  });

  test("what could be written and not published is not refused as somebody else's afterwards", async () => {
    const made = await world({ refusePublish: true });
    await publish(made);
    expect(made.model.problem.value).toMatchObject({ kind: "query", error: { status: 400 } });
    await made.model.save(false);
    expect(made.model.problem.value).toBeNull();
    expect(made.stored.get("orders")).toMatchObject({ revision: 2, published: null });
    expect(made.model.drafts.value.map(({ id }) => id)).toEqual(["orders"]);
  });

  test("a fault in the form asks the server nothing", async () => {
    const { model, stored, say } = await world();
    say(0, PICKED);
    await model.save(true);
    expect(model.form.value?.faults).toEqual({ name: "required" });
    expect(stored.size).toBe(0);
  });

  test("a page that cannot be asked is told", async () => {
    const { model } = await world({ unreachable: true });
    expect(model.problem.value).toMatchObject({ kind: "page" });
  });
});
