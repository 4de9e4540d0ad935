import { describe, expect, it } from "vitest";
import type { Drop } from "../../model/signal.ts";
import { readDrop } from "./drop.ts";
import { at, usesOf, worldAt } from "./fixture.ts";
import { median, robustScore } from "./spread.ts";

/** Uses of whole weeks, the first one on its Monday, seen in the week after the last. */
function read(weeks: readonly number[], definition: Partial<Drop> = {}) {
  const days = weeks.flatMap((count, week) => (count ? usesOf("a", [week * 7], count) : []));
  return readDrop(
    { id: "it", name: "It", kind: "drop", ...definition },
    worldAt(at(weeks.length * 7 + 2), days),
  );
}

describe("drop", () => {
  it.each<[string, number[], string | null]>([
    ["fewer than four usual weeks is not enough", [20, 20, 20, 0], null],
    ["a usual week", [20, 20, 20, 20, 20], "none"],
    ["more than usual", [20, 20, 20, 20, 90], "none"],
    ["less, but not much", [20, 24, 16, 20, 15], "none"],
    ["30 % fewer", [10, 30, 10, 30, 14], "medium"],
    ["50 % fewer", [10, 30, 10, 30, 10], "high"],
    ["nothing at all", [10, 30, 10, 30, 0], "high"],
    ["30 % fewer of somebody whose weeks are all alike", [20, 21, 19, 20, 14], "high"],
    ["a baseline below ten uses is not enough", [9, 9, 9, 9, 0], null],
    ["a baseline of ten is", [10, 10, 10, 10, 5], "high"],
  ])("V21: %s", (_what, weeks, expected) => {
    expect(read(weeks).value).toBe(expected);
  });

  it("V21: tells the baseline, the week and its loss, since the week is over", () => {
    expect(read([20, 20, 20, 20, 20, 5])).toMatchObject({
      value: "high",
      since: at(42),
      evidence: ["a35"],
      detail: { baseline: 20, current: 5, change: 0.75, weeks: [20, 20, 20, 20, 20, 5] },
      due: at(49),
    });
  });

  it("V21: weeks in alarm do not become usual", () => {
    const weeks = [20, 20, 20, 20, 4, 4, 4, 4, 4, 4];
    expect(read(weeks)).toMatchObject({ value: "high", since: at(35), detail: { baseline: 20 } });
    expect(read([...weeks, 18])).toMatchObject({ value: "none", since: at(77) });
  });

  it("V21: the week of the first use counts only if it began with it", () => {
    const from = (day: number) => [...usesOf("a", [day]), ...usesOf("a", [7, 14, 21, 28], 12)];
    const drop: Drop = { id: "it", name: "It", kind: "drop" };
    expect(readDrop(drop, worldAt(at(36), from(3))).detail.weeks).toEqual([12, 12, 12, 12]);
    expect(readDrop(drop, worldAt(at(36), from(0))).detail.weeks).toEqual([1, 12, 12, 12, 12]);
  });

  it("V21: counts what it is asked to, by thresholds of its own", () => {
    expect(read([20, 20, 20, 20, 0], { features: ["b"] }).value).toBeNull();
    expect(read([10, 30, 10, 30, 14], { medium: 0.1, high: 0.2 }).value).toBe("high");
    expect(read([9, 9, 9, 9, 0], { baseline: 5 }).value).toBe("high");
  });
});

it("V21: the robust score is that of Iglewicz and Hoaglin", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(robustScore(10, [20, 22, 18, 20])).toBeCloseTo((0.6745 * -10) / 1, 10);
  expect(robustScore(2, [10, 10, 10, 18])).toBeCloseTo(-8 / (1.253314 * 2), 10);
  expect(robustScore(5, [10, 10])).toBe(Number.NEGATIVE_INFINITY);
  expect(robustScore(10, [10, 10])).toBe(0);
});
