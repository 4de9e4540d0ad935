import { describe, expect, it } from "vitest";
import { createMigrator } from "./migrate.ts";

describe("createMigrator", () => {
  const migrate = createMigrator(3, {
    1: ({ title, ...rest }) => ({ ...rest, name: title }),
    2: (document) => ({ ...document, tags: [] }),
  });

  it("lifts a document from any older format, step by step", () => {
    const newest = { format: 3, id: "a", name: "A", tags: [] };
    expect(migrate({ format: 1, id: "a", title: "A" })).toEqual(newest);
    expect(migrate({ format: 2, id: "a", name: "A" })).toEqual(newest);
    expect(migrate(newest)).toBe(newest);
  });

  it("leaves to the schema what it does not know", () => {
    for (const input of [null, 7, "text", [], { format: 4 }, { format: "1" }, { format: 0 }, {}]) {
      expect(migrate(input)).toBe(input);
    }
  });

  it("does not change what it was given", () => {
    const old = Object.freeze({ format: 1, title: "A" });
    expect(() => migrate(old)).not.toThrow();
  });
});
