import { expect, test } from "vitest";
import { isDrifting, seenShare, trendOf } from "./targets.ts";

const counts = (found: number, likely: number, missing: number) => ({ found, likely, missing });

test("what was probably found was seen; without anybody there is no share", () => {
  expect(seenShare(counts(6, 2, 2))).toBe(0.8);
  expect(seenShare(counts(0, 0, 0))).toBeNull();
});

test("a target drifts when a tenth of at least five people do not find it", () => {
  expect(isDrifting(counts(9, 0, 1))).toBe(true);
  expect(isDrifting(counts(19, 0, 1))).toBe(false);
  expect(isDrifting(counts(0, 0, 4))).toBe(false);
});

test("the course leaves out days without anybody, and a single day is no course", () => {
  const step = (perDay: ReturnType<typeof counts>[]) =>
    ({ perDay: perDay.map((day) => ({ day: "2026-03-10", ...day })) }) as never;
  expect(trendOf(step([counts(1, 0, 0), counts(0, 0, 0), counts(1, 0, 1)]))).toEqual([1, 0.5]);
  expect(trendOf(step([counts(0, 0, 0), counts(1, 0, 1)]))).toEqual([]);
});
