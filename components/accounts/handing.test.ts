import { expect, test } from "vitest";
import { createAccountsClient } from "./client.ts";
import { account } from "./fixture.ts";
import { createHanding } from "./handing.ts";

const BEFORE = {
  to: "Zoe",
  accounts: [{ id: "a", owner: "Ann", source: "csv" as const }],
  tasks: [],
};

/** A server with three accounts on two pages. */
function setup(isRefused = false) {
  let refused = isRefused;
  const asked: { path: string; body: unknown }[] = [];
  let reloads = 0;
  const session = { server: "https://x", token: "t" };
  const client = createAccountsClient(session, async (input, init) => {
    const { pathname, searchParams } = new URL(String(input));
    const body = init?.body === undefined ? null : JSON.parse(String(init.body));
    asked.push({ path: `${pathname}?${searchParams}`, body });
    if (refused) return Response.json({}, { status: 403 });
    if (pathname.endsWith("/undo")) return Response.json({ accounts: 1, tasks: 0, kept: 2 });
    if (pathname.endsWith("/reassign")) {
      return Response.json({ accounts: 3, tasks: 1, before: BEFORE });
    }
    const first = { items: [account("a"), account("b")], total: 3, next: "two" };
    const last = { items: [account("b"), account("c")], total: 3, next: null };
    return Response.json(searchParams.get("after") === "two" ? last : first);
  });
  const handing = createHanding(client, async () => {
    reloads++;
  });
  return { handing, asked, reloads: () => reloads, refuse: () => (refused = true) };
}

test("rows are chosen and no longer chosen, and everything in the filter at once", async () => {
  const { handing, asked } = setup();
  handing.choose(["a"], true);
  handing.choose(["b"], true);
  handing.choose(["a"], false);
  expect([...handing.chosen.value]).toEqual(["b"]);
  await handing.chooseAll({ plan: "pro", limit: "50" });
  expect([...handing.chosen.value]).toEqual(["a", "b", "c"]);
  expect(asked.map(({ path }) => path)).toEqual([
    "/v1/accounts?plan=pro&limit=500",
    "/v1/accounts?plan=pro&limit=500&after=two",
  ]);
});

test("one that is refused leaves the way back of the one before", async () => {
  const { handing, refuse } = setup();
  await handing.give({ accounts: ["a"], to: "Zoe" });
  refuse();
  expect(await handing.give({ accounts: ["b"], to: "Eve" })).toBe(false);
  expect([handing.handed.value?.state, handing.problem.value?.code]).toEqual(["done", "forbidden"]);
});

test("what was handed over is no longer chosen, and can be taken back once", async () => {
  const { handing, asked, reloads } = setup();
  handing.choose(["a", "b", "c"], true);
  expect(await handing.give({ accounts: ["a", "b", "c"], to: "Zoe" })).toBe(true);
  expect(handing.chosen.value.size).toBe(0);
  expect(handing.handed.value).toEqual({ state: "done", accounts: 3, tasks: 1 });
  await handing.undo();
  expect(asked.at(-1)).toEqual({ path: "/v1/accounts/reassign/undo?", body: BEFORE });
  expect(handing.handed.value).toEqual({ state: "undone", accounts: 1, tasks: 0, kept: 2 });
  await handing.undo();
  expect(asked).toHaveLength(2);
  expect(reloads()).toBe(2);
});

test("what is refused is told, and stays chosen", async () => {
  const { handing } = setup(true);
  handing.choose(["a"], true);
  expect(await handing.give({ accounts: ["a"], to: "Zoe" })).toBe(false);
  expect(handing.problem.value?.code).toBe("forbidden");
  expect(handing.chosen.value.size).toBe(1);
});
