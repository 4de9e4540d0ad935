import fc from "fast-check";
import { expect, it } from "vitest";
import { shareScale } from "./share-scale.ts";

it("an axis of shares begins and ends at round ones around the values", () => {
  const ticks = shareScale([0.84, 1.06]).ticks.map((tick) => Math.round(tick * 100));
  expect(ticks).toEqual([80, 90, 100, 110]);
});

it("every value lies on the axis, whatever the values", () => {
  const share = fc.double({ min: -3, max: 8, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1 }), (values) => {
      const { ticks, place } = shareScale(values);
      expect(ticks.length).toBeGreaterThan(1);
      for (const value of values) {
        expect(place(value)).toBeGreaterThanOrEqual(-1e-6);
        expect(place(value)).toBeLessThanOrEqual(1 + 1e-6);
      }
    }),
  );
});
