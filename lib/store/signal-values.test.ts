import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { identified, use } from "../../test/support/captured.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import { applyBundle } from "./apply-bundle.ts";
import { nextDue, settleDue } from "./due.ts";
import { ingest } from "./ingest.ts";
import { setMeta } from "./meta.ts";
import { openDevice } from "./open.ts";
import { reviewSignals } from "./review.ts";
import { enterWorkspace, leaveWorkspace } from "./workspace.ts";

const CONTEXT = { version: "1.0.0", now: 1_000_000 };

it("V15: what a plan does not include counts for nobody who has it, as soon as the plan is known", async () => {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  const rules = [{ on: "click" as const, selector: "#x" }];
  const bundle = bundleOf({
    features: [
      { version: 1, body: { id: "all", name: "All", rules } },
      { version: 1, body: { id: "pro", name: "Pro", rules, plans: ["pro"] } },
    ],
    signals: [
      { version: 1, body: { id: "taken", name: "T", kind: "adoption", feature: "pro" } },
      { version: 1, body: { id: "breadth", name: "B", kind: "usage" } },
    ],
  });
  await applyBundle(store, { bundle, etag: null }, CONTEXT);
  const first = await ingest(store, [identified("ada", 1), use("all", 2)], CONTEXT);
  expect(first.changes.map(({ value }) => value.value)).toEqual(["unused", 0.5]);

  const account = { user: "ada", account: "acme", attributes: { plan: "free" }, guides: [] };
  await setMeta(store, "accounts", { "app.test": { ...account, revision: 1, at: 2 } });
  const told = await reviewSignals(store, CONTEXT);
  expect(told.map(({ value, user }) => [value.value, user])).toEqual([
    [null, "ada"],
    [1, "ada"],
  ]);
  expect(await reviewSignals(store, CONTEXT)).toEqual([]);
  store.close();
});

it("a use that cannot change a signal leaves it alone", async () => {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  const when = { type: "used" as const, feature: "b" };
  const named = (id: string) => ({ id, name: id });
  const bundle = bundleOf({
    signals: [
      { ...named("reached"), kind: "milestone" as const, when },
      { ...named("breadth"), kind: "usage" as const },
      { ...named("days"), kind: "active-days" as const },
      { ...named("weeks"), kind: "retention" as const, period: "week" as const },
      { ...named("less"), kind: "drop" as const },
      { ...named("taken"), kind: "adoption" as const, feature: "a" },
    ].map((body) => ({ version: 1, body })),
  });
  await applyBundle(store, { bundle, etag: null }, CONTEXT);
  await ingest(store, [use("a", 5)], CONTEXT);
  await ingest(store, [use("a", 6)], { ...CONTEXT, now: CONTEXT.now + 1 });
  const looked = await store.getAll("signals");
  expect(
    looked.filter(({ lookedAt }) => lookedAt > CONTEXT.now).map(({ signal }) => signal),
  ).toEqual(["taken"]);
  store.close();
});

it("V16, V21: uses of a week that is over, told late, count in it", async () => {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  const signals = [{ version: 1, body: { id: "less", name: "L", kind: "drop" as const } }];
  const monday = (week: number) => (20_633 + week * 7) * 86_400_000;
  const context = { version: "1.0.0", now: monday(5) };
  await applyBundle(store, { bundle: bundleOf({ signals }), etag: null }, context);
  const uses = (week: number, count: number) =>
    Array.from({ length: count }, (_, at) => use("a", monday(week) + at));
  const usual = [0, 1, 2, 3].flatMap((week) => uses(week, 10));
  const first = await ingest(store, [...usual, ...uses(4, 4)], context);
  expect(first.changes).toMatchObject([{ value: { value: "high", since: monday(5) } }]);
  const late = await ingest(store, uses(4, 5), context);
  expect(late.changes).toMatchObject([{ value: { value: "none", since: monday(5) } }]);
  store.close();
});

it("S15: of a workspace that is not connected any more nothing falls due, and nothing is told twice afterwards", async () => {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  const signals = [{ version: 1, body: { id: "days", name: "D", kind: "active-days" as const } }];
  const bundle = bundleOf({ signals });
  await applyBundle(store, { bundle, etag: null }, CONTEXT);
  await ingest(store, [use("a", 5)], CONTEXT);
  const due = await nextDue(store);
  expect(due).toBe(86_400_000);
  await leaveWorkspace(store);
  expect(await settleDue(store, { ...CONTEXT, now: due ?? 0 })).toEqual([]);
  expect(await nextDue(store)).toBeNull();
  await enterWorkspace(store, CONNECTION);
  expect(await applyBundle(store, { bundle, etag: null }, CONTEXT)).toEqual([]);
  expect(await nextDue(store)).toBe(due);
  store.close();
});
