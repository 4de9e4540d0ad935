import fc from "fast-check";
import { expect, it } from "vitest";
import { lampOf } from "./lamp.ts";

const RANK = { red: 0, amber: 1, green: 2 } as const;

it("A18: what has a clear lead and something of its own is green", () => {
  expect(lampOf({ margin: 0.2, shared: { text: 1, icon: 30 } })).toBe("green");
});

it("A18: what is found by a hair, or shares all it has, is amber", () => {
  expect(lampOf({ margin: 0.19, shared: { text: 1 } })).toBe("amber");
  expect(lampOf({ margin: 0.4, shared: { text: 3, href: 2 } })).toBe("amber");
  expect(lampOf({ margin: 0.4, shared: {} })).toBe("amber");
});

it("A18: what cannot be told apart is red", () => {
  expect(lampOf({ margin: 0, shared: { text: 1 } })).toBe("red");
});

it("A18: more lead or less company never dims the lamp", () => {
  const margin = fc.double({ min: 0, max: 1, noNaN: true });
  const count = fc.nat(20);
  fc.assert(
    fc.property(margin, margin, count, count, (a, b, one, other) => {
      const dim = lampOf({ margin: Math.min(a, b), shared: { text: Math.max(one, other) } });
      const bright = lampOf({ margin: Math.max(a, b), shared: { text: Math.min(one, other) } });
      expect(RANK[bright]).toBeGreaterThanOrEqual(RANK[dim]);
    }),
  );
});
