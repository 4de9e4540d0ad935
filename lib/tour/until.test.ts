import { expect, it } from "vitest";
import type { Condition } from "../model/condition.ts";
import { comparedSelectors, type Facts, holds } from "./until.ts";

const facts = (more: Partial<Facts> = {}): Facts => ({
  address: { host: "app.test", pathname: "/flows/7", search: "", hash: "" },
  count: () => 0,
  before: () => 0,
  used: () => 0,
  signal: () => false,
  ...more,
});

const nodes = { type: "element", selector: ".node", state: "more" } satisfies Condition;

it("T11: more compares with the count when the step began", () => {
  expect(holds(nodes, facts({ count: () => 3, before: () => 3 }))).toBe(false);
  expect(holds(nodes, facts({ count: () => 4, before: () => 3 }))).toBe(true);
  expect(holds({ ...nodes, min: 2 }, facts({ count: () => 4, before: () => 3 }))).toBe(false);
});

it("T11: present and absent look at what is there now", () => {
  const present: Condition = { type: "element", selector: "x", state: "present", min: 2 };
  expect(holds(present, facts({ count: () => 1 }))).toBe(false);
  expect(holds(present, facts({ count: () => 2 }))).toBe(true);
  expect(holds({ type: "element", selector: "x", state: "absent" }, facts())).toBe(true);
});

it("T12: uses count from the beginning of the step, signals as they are", () => {
  const used: Condition = { type: "used", feature: "wire", times: 2 };
  expect(holds(used, facts({ used: () => 1 }))).toBe(false);
  expect(holds(used, facts({ used: () => 2 }))).toBe(true);
  expect(holds({ type: "signal", signal: "active" }, facts({ signal: () => true }))).toBe(true);
  expect(holds({ type: "signal", signal: "active", is: false }, facts())).toBe(true);
});

it("combines with all, any and not", () => {
  const here: Condition = { type: "page", url: { path: "/flows/*" } };
  const away: Condition = { type: "page", url: { path: "/admin" } };
  expect(holds({ type: "all", of: [here, away] }, facts())).toBe(false);
  expect(holds({ type: "any", of: [here, away] }, facts())).toBe(true);
  expect(holds({ type: "not", of: away }, facts())).toBe(true);
});

it("T13: what only history knows never holds in a running step", () => {
  expect(holds({ type: "segment", segment: "trial" }, facts())).toBe(false);
});

it("names the selectors to count at the beginning", () => {
  const condition: Condition = { type: "any", of: [nodes, { type: "not", of: nodes }] };
  expect(comparedSelectors(condition)).toEqual([".node", ".node"]);
  expect(comparedSelectors({ type: "signal", signal: "x" })).toEqual([]);
});
