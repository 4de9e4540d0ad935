import fc from "fast-check";
import { expect, it } from "vitest";
import { contrast, DARK_CARD, LIGHT_CARD, parse, readableAccent } from "./accent.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

it("T20: every accent is readable on its button and on both cards", () => {
  fc.assert(
    fc.property(hex, (color) => {
      const { fill, on, inkLight, inkDark } = readableAccent(color);
      expect(contrast(parse(fill), parse(on))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parse(inkLight), LIGHT_CARD)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parse(inkDark), DARK_CARD)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

it("leaves a colour alone that is readable already", () => {
  expect(readableAccent("#0b57d0")).toMatchObject({
    fill: "#0b57d0",
    on: "#ffffff",
    inkLight: "#0b57d0",
  });
});
