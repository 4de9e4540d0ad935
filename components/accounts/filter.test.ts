import { expect, test } from "vitest";
import { isNarrowed, questionOf } from "./filter.ts";

const NOW = Date.parse("2026-11-22T23:00:00Z");

test("what the address says is what the API is asked", () => {
  expect(questionOf({ owner: "Ann", risk: "high", q: " acme ", view: "list" }, NOW)).toEqual({
    owner: "Ann",
    risk: "high",
    q: "acme",
    sort: "name",
    order: "asc",
    limit: "50",
  });
});

test("a renewal within days is asked for from today on", () => {
  expect(questionOf({ renewal: "30" }, NOW)).toMatchObject({
    renewalFrom: "2026-11-22",
    renewalTo: "2026-12-22",
  });
  expect(questionOf({ renewal: "soon" }, NOW)).not.toHaveProperty("renewalFrom");
});

test("revenue and risk begin with the greatest unless the address says otherwise", () => {
  expect(questionOf({ sort: "mrr" }, NOW)).toMatchObject({ sort: "mrr", order: "desc" });
  expect(questionOf({ sort: "mrr", order: "asc" }, NOW)).toMatchObject({ order: "asc" });
  expect(questionOf({ sort: "nonsense" }, NOW)).toMatchObject({ sort: "name" });
});

test("order and view narrow nothing", () => {
  expect(isNarrowed({ sort: "mrr", view: "list", owner: "" })).toBe(false);
  expect(isNarrowed({ plan: "pro" })).toBe(true);
});
