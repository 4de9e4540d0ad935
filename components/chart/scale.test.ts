import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countTicks, labelled, linear, linePoints } from "./scale.ts";

describe("ticks of counts", () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [97, [0, 50, 100]],
    [100, [0, 50, 100]],
    [1234, [0, 500, 1000, 1500]],
  ])("up to %d", (max, ticks) => {
    expect(countTicks(max)).toEqual(ticks);
  });

  test("are whole, rise evenly, cover the greatest value and are few", () => {
    void fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 2, max: 8 }), (max, most) => {
        const ticks = countTicks(max, most);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect(ticks[0]).toBe(0);
      }),
    );
  });
});

test("labels fit side by side and the last place has one", () => {
  void fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 60, max: 1600 }),
      (n, width) => {
        const places = labelled(n, width, 56);
        expect(places.at(-1)).toBe(n - 1);
        expect(places.length).toBeLessThanOrEqual(Math.max(1, Math.floor(width / 56)));
      },
    ),
  );
  expect(labelled(0, 300, 56)).toEqual([]);
});

test("lengths are in proportion, and nothing of nothing is nothing", () => {
  expect(linear(10, 200)(5)).toBe(100);
  expect(linear(0, 200)(0)).toBe(0);
});

test("a line stays within its box, also when nothing happened", () => {
  const size = { width: 100, height: 20, inset: 2 };
  expect(linePoints([0, 4, 2], size)).toEqual([
    [2, 18],
    [50, 2],
    [98, 10],
  ]);
  expect(linePoints([0, 0], size).map(([, y]) => y)).toEqual([18, 18]);
  expect(linePoints([3], size)).toEqual([[2, 2]]);
});
