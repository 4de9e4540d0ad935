import { describe, expect, test } from "vitest";
import type { Guide } from "../../lib/model/guide.ts";
import { anchorTo, guide, step } from "../../test/e2e/page/support/guides.ts";
import type { Ask } from "../ports.ts";
import { createTargetsModel, type PageChecker } from "./targets-model.ts";

const PRINT = { tag: "button", role: "button", name: "Keep report" };
const SAVE = anchorTo({ tag: "button", role: "button", name: "Save report" });
const TOUR: Guide = guide([step("hello"), step("save", { anchor: SAVE })]);
const CHECK = {
  lang: "en",
  build: "5.1",
  targets: [
    {
      step: "save",
      outcome: "absent",
      score: 0.31,
      candidate: { label: "button “Keep report”", fingerprint: PRINT },
    },
  ],
};

/** A server with one guide, and a page in which its element was renamed. */
function world(answer: unknown = CHECK, signedIn = true) {
  const asked: string[] = [];
  let draft = { revision: 3, published: 1, changed: false, body: TOUR };
  const session = { server: "https://cs.test", token: "wmt_1" };
  const ask = (async () => ({ ok: true, value: signedIn ? session : null })) as unknown as Ask;
  const request = (async (url: string, init: RequestInit) => {
    const method = init.method ?? "GET";
    const path = url.replace(session.server, "");
    asked.push(`${method} ${path}`);
    if (path === "/v1/guides") {
      const item = { id: TOUR.id, name: "Tour", published: 1, archived: false };
      return Response.json({ items: [item] });
    }
    if (method === "PUT") {
      if (new Headers(init.headers).get("if-match") !== `"${draft.revision}"`) {
        return Response.json({ error: { message: "changed meanwhile" } }, { status: 412 });
      }
      const body = JSON.parse(String(init.body));
      draft = { ...draft, revision: draft.revision + 1, changed: true, body };
    }
    if (method === "POST") return Response.json({ version: 2, revision: 9 });
    return Response.json(draft);
  }) as typeof fetch;
  const page: PageChecker = {
    check: async (_, orders) => {
      asked.push(`check ${orders.map((order) => order.step)}`);
      return answer;
    },
    show: async (_, shown) => void asked.push(`show ${shown}`),
  };
  const model = createTargetsModel({ ask, fetch: request, page, now: () => 77 });
  return { model, asked, somebodyElseWrites: () => (draft = { ...draft, revision: 4 }) };
}

async function checked(answer?: unknown) {
  const made = world(answer);
  await made.model.open();
  made.model.showTab(5);
  await made.model.check();
  return made;
}

describe("an author checks targets", () => {
  test("without being signed in there is nothing to check with", async () => {
    const { model, asked } = world(CHECK, false);
    await model.open();
    await model.check();
    expect(model.guides.value).toBeNull();
    expect(asked).toEqual([]);
  });

  test("the server is asked for guides once, however often the extension changes", async () => {
    const { model, asked } = world();
    await model.open();
    await model.open();
    expect(asked).toEqual(["GET /v1/guides"]);
  });

  test("steps with a target are looked for, and the likest element is told", async () => {
    const { model, asked } = await checked();
    expect(asked).toEqual(["GET /v1/guides", `GET /v1/guides/${TOUR.id}`, "check save"]);
    expect(model.checked.value).toMatchObject([{ step: "save", outcome: "absent", used: false }]);
    expect(model.unpublished.value).toBe(false);
  });

  test("A16: using an element adds a sample with language and build to the draft alone", async () => {
    const { model, asked } = await checked();
    await model.use("save");
    expect(asked.slice(3)).toEqual([`PUT /v1/guides/${TOUR.id}`]);
    expect(model.checked.value).toMatchObject([{ used: true }]);
    expect(model.unpublished.value).toBe(true);
    await model.check();
    await model.publish();
    expect(asked.at(-1)).toBe(`POST /v1/guides/${TOUR.id}/publish`);
    expect(model.done.value).toBe("published");
    expect(model.unpublished.value).toBe(false);
  });

  test("a draft that somebody else changed meanwhile is not overwritten", async () => {
    const { model, somebodyElseWrites } = await checked();
    somebodyElseWrites();
    await model.use("save");
    expect(model.problem.value).toMatchObject({ kind: "query", error: { code: "changed" } });
    expect(model.checked.value).toMatchObject([{ used: false }]);
  });

  test("what a page answers is not believed unread", async () => {
    const { model } = await checked({ ...CHECK, targets: [{ step: "save", html: "<b>" }] });
    expect(model.problem.value).toMatchObject({ kind: "page" });
    expect(model.checked.value).toBeNull();
  });

  test("another page beside the panel has another answer", async () => {
    const { model, asked } = await checked();
    await model.show("save");
    expect(asked.at(-1)).toBe("show save");
    expect(model.shown.value).toBe("save");
    model.showTab(6);
    expect(model.checked.value).toBeNull();
    expect(model.shown.value).toBeNull();
  });
});
