import fc from "fast-check";
import { expect, it } from "vitest";
import { readPercent, writePercent } from "./percent.ts";

it("takes percentages as people write them, and nothing else", () => {
  expect(readPercent(" 92,5 % ", 1)).toBe(0.925);
  expect(readPercent("105", 3)).toBe(1.05);
  for (const wrong of ["", "much", "-1", "101", "1e1", "92.123"]) {
    expect(readPercent(wrong, 1), wrong).toBeNull();
  }
});

it("what is written is read as the same share", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), (hundredths) => {
      const share = hundredths / 10_000;
      expect(readPercent(writePercent(share), 3)).toBeCloseTo(share, 9);
    }),
  );
});
