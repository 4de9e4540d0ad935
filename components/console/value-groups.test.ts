import * as fc from "fast-check";
import { expect, test } from "vitest";
import { groupValues } from "./value-groups.ts";

test("words stand by frequency, those without a value last", () => {
  const values = [
    { value: null, people: 9 },
    { value: "none", people: 5 },
    { value: "high", people: 1 },
  ];
  expect(groupValues("drop", values).map(({ value }) => value)).toEqual(["none", "high", null]);
});

test("active days are told by none and by weeks", () => {
  const values = [0, 1, 7, 8, 28].map((value) => ({ value, people: 1 }));
  expect(groupValues("active-days", values)).toEqual([
    { value: 0, to: 0, people: 1 },
    { value: 1, to: 7, people: 2 },
    { value: 8, to: 14, people: 1 },
    { value: 15, to: 21, people: 0 },
    { value: 22, to: 28, people: 1 },
  ]);
});

test("every share stands in one range", () => {
  const share = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 20 }).map((one) => one / 20),
  );
  return fc.assert(
    fc.property(fc.array(share, { minLength: 1 }), (shares) => {
      const groups = groupValues(
        "usage",
        shares.map((value) => ({ value, people: 1 })),
      );
      expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(shares.length);
    }),
  );
});
