import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlap, type Rect } from "../../model/rect.ts";
import { cropAround } from "./crop.ts";
import { planPainting } from "./painting.ts";

const length = fc.double({ min: 1, max: 3000, noNaN: true });
const rect: fc.Arbitrary<Rect> = fc.record({
  x: fc.double({ min: -500, max: 3000, noNaN: true }),
  y: fc.double({ min: -500, max: 3000, noNaN: true }),
  width: length,
  height: length,
});
const size = fc.record({
  width: fc.integer({ min: 200, max: 4000 }),
  height: fc.integer({ min: 150, max: 3000 }),
});

describe("what a picture of a step shows", () => {
  it("P10: lies in the window, holds what is seen of the target, and is in whole px", () => {
    fc.assert(
      fc.property(rect, size, (target, window) => {
        const crop = cropAround(target, window);
        const whole = { x: 0, y: 0, ...window };
        expect(overlap(crop, whole)).toEqual(crop);
        expect(Object.values(crop).every(Number.isInteger)).toBe(true);
        const seen = overlap(target, whole);
        const shown = seen && overlap(seen, crop);
        if (!seen || !shown) return;
        // Rounding takes less than a px at each side.
        expect(seen.width - shown.width).toBeLessThan(1.01);
        expect(seen.height - shown.height).toBeLessThan(1.01);
      }),
    );
  });

  it("P10: is 16 to 10 and has the target in its middle, where the window is large enough", () => {
    const target = { x: 900, y: 700, width: 80, height: 30 };
    const crop = cropAround(target, { width: 1920, height: 1400 });
    expect(crop).toEqual({ x: 540, y: 465, width: 800, height: 500 });
  });

  it("P10: grows with the target, up to the whole window", () => {
    const window = { width: 1920, height: 1080 };
    expect(cropAround({ x: 300, y: 300, width: 600, height: 40 }, window)).toMatchObject({
      width: 1200,
      height: 750,
    });
    const whole = { x: 0, y: 0, ...window };
    expect(cropAround({ x: 0, y: 0, width: 1900, height: 900 }, window)).toEqual(whole);
    expect(cropAround(undefined, window)).toEqual(whole);
    expect(cropAround({ x: 5000, y: 0, width: 10, height: 10 }, window)).toEqual(whole);
  });

  const seen = { viewport: { width: 1000, height: 800 }, place: () => undefined };
  const hidden = [{ x: 100.4, y: 200.6, width: 50, height: 20 }];

  it("P2: is measured in the picture's own pixels, whatever their number", () => {
    for (const scale of [0.5, 1, 1.25, 2, 3]) {
      const picture = { width: 1000 * scale, height: 800 * scale };
      const target = { x: 200, y: 200, width: 40, height: 20 };
      const plan = planPainting(picture, { ...seen, hidden }, target);
      expect(plan?.scale).toBe(scale);
      expect(plan?.crop.width).toBe(800 * scale);
      expect(plan?.target?.width).toBe(40 * scale);
      const [box] = plan?.hidden ?? [];
      if (!box) throw new Error("nothing is hidden");
      // Whole pixels, and never less than the box.
      expect(Object.values(box).every(Number.isInteger)).toBe(true);
      expect(box.x).toBeLessThanOrEqual(100.4 * scale);
      expect(box.x + box.width).toBeGreaterThanOrEqual(150.4 * scale);
      expect(box.y).toBeLessThanOrEqual(200.6 * scale);
      expect(box.y + box.height).toBeGreaterThanOrEqual(220.6 * scale);
    }
  });

  it("P9: there is none of a window of another shape than the one that was looked at", () => {
    expect(
      planPainting({ width: 1000, height: 700 }, { ...seen, hidden }, undefined),
    ).toBeUndefined();
    expect(
      planPainting({ width: 1001, height: 800 }, { ...seen, hidden }, undefined),
    ).toBeDefined();
  });
});
