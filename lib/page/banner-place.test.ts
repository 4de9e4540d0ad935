import fc from "fast-check";
import { expect, it } from "vitest";
import { bannerPlace } from "./banner-place.ts";

const card = { width: 720, height: 90 };
const window = { width: 1280, height: 800 };
const field = (y: number, height = 30) => ({
  box: { x: 500, y, width: 200, height },
  whole: true,
});

it("T31: stands at its edge, whatever lies below, until something there has the focus", () => {
  expect(bannerPlace(undefined, card, window, "top")).toBe("top");
  expect(bannerPlace(field(300), card, window, "bottom")).toBe("bottom");
});

it("T31: gives way to the other edge, or altogether", () => {
  expect(bannerPlace(field(90), card, window, "top")).toBe("bottom");
  expect(bannerPlace(field(780), card, window, "bottom")).toBe("top");
  expect(bannerPlace(field(20, 760), card, window, "top")).toBe("away");
});

it("T31: what is no field may be covered in part, but never wholly", () => {
  const button = (y: number) => ({ ...field(y), whole: false });
  expect(bannerPlace(button(40), card, window, "top")).toBe("bottom");
  expect(bannerPlace(button(90), card, window, "top")).toBe("top");
});

it("T31: a focused field is never covered", () => {
  const length = fc.integer({ min: 1, max: 900 });
  const place = fc.integer({ min: -200, max: 1300 });
  fc.assert(
    fc.property(
      fc.record({ x: place, y: place, width: length, height: length }),
      fc.constantFrom("top" as const, "bottom" as const),
      (box, wanted) => {
        const at = bannerPlace({ box, whole: true }, card, window, wanted);
        if (at === "away") return;
        const top = at === "top" ? 8 : window.height - 8 - card.height;
        const apart =
          box.x + box.width <= 280 ||
          box.x >= 1000 ||
          box.y + box.height <= top ||
          box.y >= top + card.height;
        expect(apart).toBe(true);
      },
    ),
  );
});
