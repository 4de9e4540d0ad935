import fc from "fast-check";
import { expect, it } from "vitest";
import { position } from "./position.ts";

const window = { width: 1280, height: 800 };
const card = { width: 320, height: 160, least: 120 };
const at = (x: number, y: number) => ({ x, y, width: 40, height: 30 });

it("T21: stands on the wanted side with the arrow at the middle of the target", () => {
  expect(position(at(600, 300), card, window, "bottom")).toEqual({
    x: 460,
    y: 344,
    maxHeight: 448,
    side: "bottom",
    arrow: 160,
  });
});

it("T21: takes the opposite side where there is no room", () => {
  expect(position(at(600, 760), card, window, "bottom").side).toBe("top");
  expect(position(at(10, 300), card, window, "left").side).toBe("right");
});

it("T21: takes a side beside the target where neither above nor below has room", () => {
  const low = { width: 1280, height: 200 };
  expect(position(at(100, 80), card, low, "bottom").side).toBe("right");
});

it("T21: keeps within the window at its edges, and the arrow on the target", () => {
  const { x, arrow } = position(at(2, 300), card, window, "bottom");
  expect(x).toBe(8);
  expect(arrow).toBeNull();
  expect(position(at(1200, 300), card, window, "bottom")).toMatchObject({ x: 952, arrow: 268 });
});

it("T44: is aligned with an end of its target, at the distance that is wished", () => {
  const target = { x: 400, y: 300, width: 500, height: 200 };
  const put = (side: "top" | "right" | "bottom", align: -1 | 0 | 1, gap?: number) => {
    const { x, y } = position(target, card, window, side, align, gap);
    return [x, y];
  };
  expect(put("bottom", -1)).toEqual([400, 514]);
  expect(put("bottom", 0, 0)).toEqual([490, 500]);
  expect(put("top", 1, 40)).toEqual([580, 100]);
  expect(put("right", -1, 20)).toEqual([920, 300]);
  expect(put("right", 1, 20)).toEqual([920, 340]);
});

it("T21: on a phone at 400 % the card is made lower instead of leaving the window", () => {
  const tiny = { width: 320, height: 256 };
  const answer = position(at(140, 10), { width: 304, height: 400, least: 200 }, tiny, "bottom");
  expect(answer.maxHeight).toBeLessThanOrEqual(240);
  const low = position(at(140, 110), { width: 304, height: 400, least: 200 }, tiny, "bottom");
  expect(low.maxHeight).toBe(200);
});

it("T21: whatever target and window, the card lies within the window", () => {
  const size = fc.integer({ min: 240, max: 2000 });
  const target = fc.record({
    x: fc.integer({ min: -500, max: 2500 }),
    y: fc.integer({ min: -500, max: 2500 }),
    width: fc.integer({ min: 1, max: 900 }),
    height: fc.integer({ min: 1, max: 900 }),
  });
  const side = fc.constantFrom("top", "right", "bottom", "left");
  fc.assert(
    fc.property(target, size, size, side, (rect, width, height, wanted) => {
      const { x, y, maxHeight } = position(
        rect,
        { width: 220, height: 300, least: 120 },
        { width, height },
        wanted,
      );
      expect(x).toBeGreaterThanOrEqual(8);
      expect(y).toBeGreaterThanOrEqual(8);
      expect(x + 220).toBeLessThanOrEqual(width - 8);
      expect(y + Math.min(300, maxHeight)).toBeLessThanOrEqual(height - 8);
    }),
  );
});
