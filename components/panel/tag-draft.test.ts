import { describe, expect, test } from "vitest";
import { draftOf, featureOf, NEW_TAG, ruleOf, type TagDraft } from "./tag-draft.ts";

const SAVE: TagDraft = { ...NEW_TAG, name: "Save", selector: "#save" };
const faults = (draft: TagDraft) => {
  const read = featureOf(draft, new Set());
  return read.ok ? {} : read.faults;
};

describe("what an author enters", () => {
  test("becomes a feature, without what was left empty", () => {
    expect(featureOf({ ...SAVE, plans: " pro ,, team ", path: "/orders/*" }, new Set())).toEqual({
      ok: true,
      value: {
        id: "save",
        name: "Save",
        plans: ["pro", "team"],
        rules: [{ on: "click", selector: "#save", page: { path: "/orders/*" } }],
      },
    });
  });

  test("is told which field is wrong", () => {
    expect(faults(NEW_TAG)).toEqual({ name: "required", selector: "required" });
    expect(faults({ ...SAVE, on: "view" })).toEqual({ path: "required" });
    expect(faults({ ...SAVE, on: "custom" })).toEqual({ event: "required" });
    expect(faults({ ...SAVE, path: "orders" })).toEqual({ path: "path" });
    expect(faults({ ...SAVE, name: "x".repeat(121) })).toEqual({ name: "long" });
    expect(faults({ ...SAVE, selector: "x".repeat(501) })).toEqual({ selector: "long" });
    expect(faults({ ...SAVE, plans: "x".repeat(65) })).toEqual({ plans: "plans" });
    expect(faults({ ...SAVE, plans: Array(21).fill("p").join() })).toEqual({ plans: "plans" });
  });

  test("comes back as it was, with what the form does not show", () => {
    const feature = {
      id: "move",
      name: "Move",
      group: "Board",
      rules: [
        {
          on: "drag" as const,
          selector: ".card",
          to: ".lane",
          page: { host: "app.test", hash: "b" },
        },
        { on: "view" as const, page: { path: "/board" } },
      ],
    };
    const draft = draftOf(feature, 4);
    expect(featureOf(draft, new Set(["move"]))).toEqual({ ok: true, value: feature });
    expect(ruleOf({ ...draft, selector: " " })).toBeNull();
  });
});
