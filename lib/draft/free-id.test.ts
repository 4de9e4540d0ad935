import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Id } from "../model/primitives.ts";
import { freeId } from "./free-id.ts";

describe("ids from words", () => {
  it("are readable, also from Russian words", () => {
    expect(freeId("Export report…", new Set())).toBe("export-report");
    expect(freeId("Ещё щётка", new Set())).toBe("eshche-shchetka");
    expect(freeId("Save", new Set(["save", "save-2"]))).toBe("save-3");
    expect(freeId("日本", new Set(), "feature")).toBe("feature");
  });

  it("are always ids, and never those of another", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (words, taken) => {
        const ids = new Set([...taken, freeId(words, new Set())]);
        const id = freeId(words, ids);
        expect(Id.safeParse(id).success).toBe(true);
        expect(ids.has(id)).toBe(false);
      }),
    );
  });
});
