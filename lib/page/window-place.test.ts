import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Placement } from "../model/placement.ts";
import { spotOf } from "./side.ts";
import { windowPlace } from "./window-place.ts";

const window = { width: 1000, height: 600 };
const banner = { width: 700, height: 60 };
const card = { width: 200, height: 100 };
const field = (y: number, more: object = {}) => ({
  box: { x: 500, y, width: 100, height: 30, ...more },
  whole: true,
});

const at = (placement: Exclude<Placement, "auto">, rtl = false, of = card) =>
  windowPlace(spotOf(placement, rtl), of, window, 16, undefined);

describe("a place in the window", () => {
  it("T44: is an edge or a corner, and start is where lines begin", () => {
    expect(at("top")).toMatchObject({ left: 400, top: 16 });
    expect(at("bottom-end")).toMatchObject({ left: 784, top: 484 });
    expect(at("bottom-end", true)).toMatchObject({ left: 16, top: 484 });
    expect(at("start")).toMatchObject({ left: 16, top: 250 });
    expect(at("start", true)).toMatchObject({ left: 784, top: 250 });
    expect(at("end-start", true)).toMatchObject({ left: 16, top: 16 });
    expect(at("left-end", true)).toMatchObject({ left: 16, top: 484 });
  });

  it("T31: a banner goes to the other edge, or away, when the field is under it", () => {
    const put = (wanted: "top" | "bottom", obstacle?: ReturnType<typeof field>) =>
      windowPlace(spotOf(wanted, false), banner, window, 8, obstacle)?.top ?? "away";
    expect(put("top")).toBe(8);
    expect(put("top", field(20))).toBe(532);
    expect(put("top", field(300))).toBe(8);
    expect(put("bottom", field(560))).toBe(8);
    expect(put("top", field(0, { height: 600 }))).toBe("away");
    const button = { ...field(60), whole: false };
    expect(put("top", button)).toBe(8);
    expect(put("top", { ...button, box: { ...button.box, y: 20 } })).toBe(532);
  });

  it("T37: a card in a corner goes to another one", () => {
    const put = (obstacle: ReturnType<typeof field>) =>
      windowPlace(spotOf("bottom-end", false), card, window, 16, obstacle);
    expect(put(field(500, { x: 850 }))).toMatchObject({ left: 16, top: 484 });
    expect(put(field(500, { x: 0, width: 1000 }))).toMatchObject({ left: 784, top: 16 });
  });

  it("T44: wherever it is wished, it stays in the window and never covers a field", () => {
    const size = fc.record({
      width: fc.integer({ min: 20, max: 290 }),
      height: fc.integer({ min: 20, max: 230 }),
    });
    const box = fc.record({
      x: fc.integer({ min: -50, max: 400 }),
      y: fc.integer({ min: -50, max: 300 }),
      width: fc.integer({ min: 0, max: 400 }),
      height: fc.integer({ min: 0, max: 300 }),
    });
    const placement = fc.constantFrom(...placements);
    const small = { width: 320, height: 256 };
    fc.assert(
      fc.property(
        placement,
        fc.boolean(),
        size,
        box,
        fc.nat(200),
        (wanted, rtl, of, over, margin) => {
          const put = windowPlace(spotOf(wanted, rtl), of, small, margin, {
            box: over,
            whole: true,
          });
          if (!put) return;
          expect(put.left).toBeGreaterThanOrEqual(8);
          expect(put.top).toBeGreaterThanOrEqual(8);
          expect(put.left + of.width).toBeLessThanOrEqual(312);
          expect(put.top + of.height).toBeLessThanOrEqual(248);
          const apart =
            over.x >= put.left + of.width ||
            over.x + over.width <= put.left ||
            over.y >= put.top + of.height ||
            over.y + over.height <= put.top;
          expect(apart).toBe(true);
        },
      ),
    );
  });
});

const SIDES = ["top", "right", "bottom", "left", "start", "end"] as const;
const placements = SIDES.flatMap((side) => [side, `${side}-start`, `${side}-end`] as const);

it("T44: every placement but auto is one of these", () => {
  for (const placement of placements) expect(Placement.safeParse(placement).success).toBe(true);
  expect(Placement.safeParse("middle").success).toBe(false);
});
