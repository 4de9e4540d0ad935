import fc from "fast-check";
import { expect, it } from "vitest";
import { pack, unpack } from "./varints.ts";

const number = (min: number) =>
  fc.oneof(fc.integer({ min, max: 300 }), fc.integer({ min, max: 2 ** 31 - 1 }));

it("R71: what is packed comes back, people in order", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(number(0), number(1)), { selector: ([person]) => person }),
      (counted) => {
        const { people, counts } = unpack(pack(counted));
        const sorted = counted.toSorted(([a], [b]) => a - b);
        expect([...people]).toEqual(sorted.map(([person]) => person));
        expect([...counts]).toEqual(sorted.map(([, count]) => count));
      },
    ),
  );
});

it("R71: people who follow each other take two bytes each", () => {
  const all = Array.from({ length: 1000 }, (_, person) => [person, 1 + (person % 100)] as const);
  expect(pack(all)).toHaveLength(2000);
});
