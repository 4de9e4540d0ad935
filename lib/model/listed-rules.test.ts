import { describe, expect, it } from "vitest";
import { Guide } from "./guide.ts";
import { parse } from "./parse.ts";

const anchor = { samples: [{ fingerprint: { tag: "button" } }] };
const step = { id: "one", title: { en: "One" }, body: { en: [] }, advance: { on: "next" } };
const link = { type: "link", label: { en: "Read" }, href: "https://a.example/" };

/** What is wrong with a guide, as paths. */
function problems(kind: string, more: object, ...steps: object[]): string[] {
  const trigger = { start: "manual" };
  const body = { format: 1, id: "g", kind, name: { en: "G" }, trigger, steps, ...more };
  const result = parse(Guide, body);
  return result.ok ? [] : result.error.map(({ path }) => path);
}

describe("guides in the side panel", () => {
  it("L4: never start by themselves and take no attention", () => {
    for (const kind of ["announcement", "how-to"]) {
      expect(problems(kind, {}, step)).toEqual([]);
      expect(problems(kind, { budget: "ambient" }, step)).toEqual([]);
      expect(problems(kind, { trigger: { start: "auto" } }, step)).toEqual(["trigger.start"]);
      expect(problems(kind, { budget: "interrupting" }, step)).toEqual(["budget"]);
      expect(problems(kind, { experiment: "e" }, step)).toEqual(["experiment"]);
    }
  });

  it("L1, L5: an announcement is one step that points at nothing; a how-to is any number of steps", () => {
    expect(problems("announcement", {}, { ...step, actions: [link] })).toEqual([]);
    expect(problems("announcement", {}, { ...step, anchor })).toEqual(["steps[0].anchor"]);
    expect(problems("announcement", {}, step, { ...step, id: "two" })).toEqual(["steps"]);
    expect(problems("how-to", {}, { ...step, anchor }, { ...step, id: "two" })).toEqual([]);
    expect(problems("how-to", {}, { ...step, actions: [link] })).toEqual(["steps[0].actions"]);
  });
});
