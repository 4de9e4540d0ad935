import fc from "fast-check";
import { expect, test } from "vitest";
import { readAddress, writeAddress } from "./address.ts";
import { SECTIONS } from "./sections.ts";

test("what is written is read again, whatever ids and filters look like", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  const query = fc.dictionary(text, text, { noNullPrototype: true });
  const section = fc.constantFrom(...SECTIONS);
  fc.assert(
    fc.property(fc.record({ section, id: fc.option(text), query }), (address) => {
      expect(readAddress(writeAddress(address))).toEqual(address);
    }),
  );
});

test("filters that say nothing are not in the address", () => {
  expect(writeAddress({ section: "health", id: null, query: { owner: "", risk: "high" } })).toBe(
    "#health?risk=high",
  );
});

test("an address that was typed wrong is read as far as it can be", () => {
  expect(readAddress("")).toBeNull();
  expect(readAddress("#nonsense/1")).toBeNull();
  expect(readAddress("#health/100%")).toEqual({ section: "health", id: "100%", query: {} });
});
