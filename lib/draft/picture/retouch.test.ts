import fc from "fast-check";
import { expect, it } from "vitest";
import { overlap, type Rect } from "../../model/rect.ts";
import { boxBetween, type Corner, LEAST_SIDE, moved, resized, untouched } from "./retouch.ts";

const picture = { width: 800, height: 500 };
const whole = untouched(picture).crop;
const by = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
});
const point = fc.record({
  x: fc.double({ min: -500, max: 2000, noNaN: true }),
  y: fc.double({ min: -500, max: 2000, noNaN: true }),
});
const box = fc.tuple(point, point).map(([one, other]) => boxBetween(one, other, picture));
const corner = fc.constantFrom<Corner>("tl", "tr", "br", "bl");

function isFine(rect: Rect): void {
  expect(overlap(rect, whole)).toEqual(rect);
  expect(Math.min(rect.width, rect.height)).toBeGreaterThanOrEqual(LEAST_SIDE);
  expect(Object.values(rect).every(Number.isInteger)).toBe(true);
}

it("P13: boxes are drawn, moved and stretched within the picture, and never too small to be seen", () => {
  fc.assert(
    fc.property(box, by, corner, (rect, step, at) => {
      isFine(rect);
      isFine(moved(rect, step, picture));
      isFine(resized(rect, at, step, picture));
    }),
  );
});

it("P13: what is moved keeps its size, what is stretched its opposite corner", () => {
  fc.assert(
    fc.property(box, by, (rect, step) => {
      expect(moved(rect, step, picture)).toMatchObject({ width: rect.width, height: rect.height });
      const grown = resized(rect, "br", step, picture);
      expect(grown).toMatchObject({ x: rect.x, y: rect.y });
      const other = resized(rect, "tl", step, picture);
      expect(other.x + other.width).toBe(rect.x + rect.width);
      expect(other.y + other.height).toBe(rect.y + rect.height);
    }),
  );
});

it("P13: a box is drawn from any of its corners", () => {
  const expected = { x: 10, y: 20, width: 90, height: 30 };
  expect(boxBetween({ x: 10, y: 20 }, { x: 100, y: 50 }, picture)).toEqual(expected);
  expect(boxBetween({ x: 100, y: 50 }, { x: 10, y: 20 }, picture)).toEqual(expected);
  expect(boxBetween({ x: 100, y: 20 }, { x: 10, y: 50 }, picture)).toEqual(expected);
});
