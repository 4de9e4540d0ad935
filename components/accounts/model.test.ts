import { expect, test } from "vitest";
import type { Address } from "../console/address.ts";
import { createAccountsClient } from "./client.ts";
import { account } from "./fixture.ts";
import { createAccountsModel } from "./model.ts";

const LIST: Address = { section: "accounts", id: null, query: { view: "list" } };

/** A server that answers every question about accounts, and the address that the model goes to. */
function setup(
  answers: Record<string, unknown> = {},
  refusals: Record<string, [status: number, body: unknown]> = {},
) {
  const asked: string[] = [];
  const wanted: { address: Address; instead: boolean | undefined }[] = [];
  const client = createAccountsClient(
    { server: "https://cs.example.com", token: "t" },
    async (input, init) => {
      const { pathname, search } = new URL(String(input));
      asked.push(`${init?.method} ${pathname}${search}`);
      const [refusal, why] = refusals[init?.method ?? ""] ?? [];
      if (refusal) return Response.json(why, { status: refusal });
      const found = Object.entries(answers).find(([path]) => pathname.endsWith(path));
      const status = found ? 200 : 500;
      return Response.json(found?.[1] ?? {}, { status });
    },
  );
  const model = createAccountsModel(client, {
    go: (address, instead) => wanted.push({ address, instead }),
    now: () => 0,
    newId: () => "new-id",
  });
  return { model, asked, wanted };
}

test("a filter goes to the address: typed letters take the place of the last, another view does not", () => {
  const { model, wanted } = setup();
  model.choose({ q: "a" });
  model.choose({ view: "list" }, true);
  expect(wanted).toEqual([
    { address: { section: "accounts", id: null, query: { q: "a" } }, instead: true },
    { address: { section: "accounts", id: null, query: { view: "list" } }, instead: false },
  ]);
});

test("the next page joins on, without those that moved between two questions", async () => {
  const pages = { items: [account("a"), account("b")], total: 3, next: "place" };
  const { model, asked } = setup({ "/v1/accounts": pages });
  await model.show(LIST);
  pages.items = [account("b"), account("c")];
  await model.more();
  expect(asked.at(-1)).toContain("after=place");
  expect(model.list.value.value?.items.map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

test("a page that does not come is told, and what is there stays", async () => {
  const answers: Record<string, unknown> = {
    "/v1/accounts": { items: [account("a")], total: 2, next: "place" },
  };
  const { model } = setup(answers);
  await model.show(LIST);
  delete answers["/v1/accounts"];
  await model.more();
  expect(model.moreError.value?.code).toBe("server");
  expect(model.list.value.value?.items).toHaveLength(1);
});

test("the next page of a list that is about to be another is not asked for, and an error of the last list is not told of this one", async () => {
  const answers: Record<string, unknown> = {
    "/v1/accounts": { items: [account("a")], total: 2, next: "place" },
  };
  const { model, asked } = setup(answers);
  await model.show(LIST);
  const narrowed = model.show({ ...LIST, query: { view: "list", plan: "pro" } });
  await model.more();
  expect(asked.filter((path) => path.includes("after="))).toEqual([]);
  await narrowed;
  delete answers["/v1/accounts"];
  await model.more();
  expect(model.moreError.value).not.toBeNull();
  await model.show(LIST);
  expect(model.moreError.value).toBeNull();
});

test("who comes back from another section sees what was done there, on an account's page and in the filters", async () => {
  const { model, asked } = setup();
  const count = (path: string) => asked.filter((one) => one.endsWith(path)).length;
  await model.show({ ...LIST, id: "a" }, true);
  await model.show({ ...LIST, id: "a", query: { view: "people" } });
  expect(count("/v1/accounts/a/health")).toBe(1);
  await model.show({ ...LIST, id: "a", query: { view: "work" } }, true);
  expect(count("/v1/accounts/a/health")).toBe(2);
  await model.show(LIST);
  const before = count("/v1/accounts/facets");
  await model.show({ ...LIST, query: { view: "need" } }, true);
  expect(count("/v1/accounts/facets")).toBe(before + 1);
});

test("an account has a page of its own, and the same page while it is looked at", async () => {
  const { model } = setup();
  await model.show({ ...LIST, id: "a" });
  const page = model.page.value;
  await model.show({ ...LIST, id: "a", query: { view: "history" } });
  expect(model.page.value).toBe(page);
  await model.show(LIST);
  expect(model.page.value).toBeNull();
});

test("accounts that were chosen are no longer chosen under another filter, and still are after a look at one", async () => {
  const { model } = setup();
  const shown = (query: Record<string, string>) =>
    model.show({ ...LIST, query: { view: "list", ...query } });
  await shown({ plan: "pro" });
  model.handing.choose(["a", "b"], true);
  await model.show({ section: "accounts", id: "a", query: {} });
  await shown({ plan: "pro", sort: "mrr" });
  expect([...model.handing.chosen.value]).toEqual(["a", "b"]);
  await shown({ plan: "basic" });
  expect(model.handing.chosen.value.size).toBe(0);
});

test("a correction that came too late says so, and what holds now is asked for", async () => {
  const late = { error: { code: "precondition_failed", message: "Somebody else changed it." } };
  const { model, asked } = setup({}, { PUT: [412, late] });
  await model.show({ ...LIST, id: "a" });
  const before = asked.length;
  expect(await model.page.value?.champion((all) => [...all])).toBe(false);
  expect(model.page.value?.problem.value?.code).toBe("changed");
  expect(asked.slice(before)).toContain("GET /v1/accounts/a");
});

test("what a person corrects is said by hand; what is given back is said as a sync that takes over", async () => {
  const outcome = { id: "a", outcome: "changed", changed: ["plan"], held: [], problems: [] };
  const { model, asked } = setup({ "/v1/accounts/a": outcome });
  await model.show({ ...LIST, id: "a" });
  const page = model.page.value;
  expect(await page?.change({ plan: "pro" })).toBe(true);
  expect(asked).toContain("PUT /v1/accounts/a?as=hand&seen=0");
  await page?.giveBack({ plan: "basic" });
  expect(asked).toContain("PUT /v1/accounts/a?as=api&overwrite=true");
});

test("K20: nobody needs a person, or there is nobody yet: that is told apart", async () => {
  const answers: Record<string, unknown> = {
    "/attention": { items: [], total: 0 },
    "/v1/accounts": { items: [], total: 0, next: null },
  };
  const { model, asked } = setup(answers);
  await model.show({ section: "accounts", id: null, query: {} });
  expect(model.isEmpty.value).toBe(true);
  answers["/v1/accounts"] = { items: [account("a")], total: 1, next: null };
  await model.show({ section: "accounts", id: null, query: {} });
  expect(model.isEmpty.value).toBe(false);
  const before = asked.length;
  await model.show({ section: "accounts", id: null, query: { owner: "ann" } });
  expect(asked.slice(before).filter((one) => one.includes("/v1/accounts?"))).toEqual([]);
});
