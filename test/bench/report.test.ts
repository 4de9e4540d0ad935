import { expect, test } from "vitest";
import type { Bench, Figure } from "./bench.ts";
import { jsonOf, tableOf, verdictOf } from "./report.ts";

const size: Figure = { name: "agent", value: 6.2249, unit: "KB", budget: { atMost: 8 } };
const rate: Figure = { name: "rate", value: 4843.4, unit: "events/s", budget: { atLeast: 5000 } };
const note: Figure = { name: "note", value: 0, unit: "ms" };
const bench: Bench = { name: "page", title: "Pages", run: async () => [] };

test("a budget is kept up to its very number", () => {
  expect(verdictOf(size)).toBe("ok");
  expect(verdictOf({ ...size, value: 8 })).toBe("ok");
  expect(verdictOf({ ...size, value: 8.001 })).toBe("over");
  expect(verdictOf(rate)).toBe("over");
  expect(verdictOf({ ...rate, value: 5000 })).toBe("ok");
  expect(verdictOf(note)).toBeUndefined();
});

test("people get value, unit, budget and verdict side by side", () => {
  expect(tableOf([size, rate, note]).split("\n")).toEqual([
    "figure  value  unit      budget",
    "agent    6.22  KB        ≤ 8      ok",
    "rate    4,843  events/s  ≥ 5,000  over",
    "note        0  ms",
  ]);
});

test("programs get the same figures in one line", () => {
  const line = jsonOf(bench, [size, rate, note], new Date(0));
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toMatchObject({
    bench: "page",
    at: "1970-01-01T00:00:00.000Z",
    figures: [
      { name: "agent", value: 6.22, verdict: "ok" },
      { name: "rate", value: 4843, verdict: "over", budget: { atLeast: 5000 } },
      { name: "note", value: 0, unit: "ms" },
    ],
  });
});
