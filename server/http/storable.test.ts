import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUnstorable } from "./storable.ts";

describe("findUnstorable", () => {
  it.each([
    [{ a: { b: ["x", "\u0000"] } }, "a.b[1]"],
    [{ a: "\ud800" }, "a"],
    [{ a: [{ b: [{}] }] }, "a[0].b[0]"],
  ])("%j is refused at %s", (value, path) => {
    expect(findUnstorable(value, 4)?.path).toBe(path);
  });

  it.each([[{ "a\u0000": 1 }], [[{ "\udc00": 1 }]]])("%j is refused for its key", (value) => {
    expect(findUnstorable(value, 4)?.found).toContain("key");
  });

  it("lets every other JSON through, and what is whole of Unicode", () => {
    const text = fc.string({ unit: "grapheme" });
    const json = fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" });
    fc.assert(
      fc.property(json, text, (value, more) => {
        fc.pre(!JSON.stringify([value, more]).includes("\\u0000"));
        expect(findUnstorable([value, more], 6)).toBeUndefined();
      }),
    );
  });

  it("looks no deeper than it has to", () => {
    let value: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) value = [value];
    expect(findUnstorable(value, 8)?.found).toBe("deeper nesting");
  });
});
