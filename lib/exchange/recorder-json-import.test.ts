import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { hostileGuide } from "../../test/support/hostile-guide.ts";
import type { Guide } from "../model/guide.ts";
import { explain, type Result } from "../model/parse.ts";
import { guideJson } from "./guide-json.ts";
import type { Imported } from "./imported.ts";
import { recorderJson } from "./recorder-json.ts";
import { importRecorderJson } from "./recorder-json-import.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(explain(result.error));
  return result.value;
}
const flowOf = (some: Guide) => JSON.parse(must(recorderJson(some, "en")));
const imported = (flow: unknown, id = "some-guide"): Imported =>
  must(importRecorderJson(flow, { id }));

/** As DevTools of Chrome 143 exported it, shortened. */
const FOREIGN = {
  title: "Search a product",
  steps: [
    { type: "setViewport", width: 900, height: 700, deviceScaleFactor: 1, isMobile: false },
    {
      type: "navigate",
      url: "https://shop.example.com/list?user=ada#top",
      assertedEvents: [{ type: "navigation", url: "https://shop.example.com/list", title: "" }],
    },
    {
      type: "click",
      target: "main",
      selectors: [["aria/Search"], ["#search"], ['xpath///*[@id="search"]'], ["pierce/#search"]],
      offsetX: 10,
      offsetY: 5,
    },
    {
      type: "change",
      value: "my secret",
      selectors: [["my-app", "#search"], "#search"],
      target: "main",
    },
    { type: "keyDown", target: "main", key: "Enter" },
    { type: "keyUp", key: "Enter", target: "main" },
    { type: "keyDown", target: "main", key: "Control" },
    { type: "keyDown", target: "main", key: "Shift" },
    { type: "keyDown", target: "main", key: "s" },
    { type: "keyUp", key: "s", target: "main" },
    { type: "keyUp", key: "Shift", target: "main" },
    { type: "keyUp", key: "Control", target: "main" },
    { type: "keyDown", target: "main", key: "x" },
    { type: "hover", target: "main", selectors: [["#menu"]] },
    {
      type: "doubleClick",
      target: "main",
      button: "secondary",
      selectors: [["text/Open"]],
      frame: [0, 1],
      offsetX: 1,
      offsetY: 1,
    },
    { type: "waitForElement", selectors: [["#done"]] },
    { type: "customStep", name: "lighthouse", parameters: {} },
  ],
};

describe("X15: recordings of DevTools' Recorder", () => {
  it("X15: a guide that went through the Recorder comes back as it was", () => {
    fc.assert(
      fc.property(hostileGuide, (some) => {
        const back = imported(flowOf(some));
        expect(must(guideJson(back.guide))).toBe(must(guideJson(some)));
        expect(back).toMatchObject({ targets: [], findings: [] });
      }),
      { numRuns: 50 },
    );
  });

  it("X15: what was recorded into a guide of ours stands at its place, without the player's own", () => {
    const click = { recorded: { gesture: { type: "click" as const }, url: "https://a.test/" } };
    const anchor = { samples: [{ fingerprint: { tag: "button", name: "Go" } }] };
    const flow = flowOf(guide([step("a", { anchor, ...click }), step("b")]));
    const at = flow.steps.findIndex(
      ({ parameters }: { parameters?: { step?: { id: string } } }) => parameters?.step?.id === "a",
    );
    flow.steps.splice(at + 1, 0, { type: "click", selectors: [["aria/New"]], target: "main" });
    const { guide: back, targets } = imported(flow);
    expect(back.steps.map(({ title }) => title.en)).toEqual([
      "Title of a",
      "Click “New”",
      "Title of b",
    ]);
    expect(targets).toMatchObject([{ step: "click-new", selector: "aria/New" }]);
  });

  it("X15: each thing that somebody did is a step, and what was typed is nowhere", () => {
    const { guide: made, targets, findings } = imported(FOREIGN);
    expect(made.steps.map(({ title, recorded }) => [title.en, recorded?.gesture])).toEqual([
      [expect.any(String), { type: "navigate" }],
      ["Click “Search”", { type: "click" }],
      [expect.any(String), { type: "input" }],
      [expect.any(String), { type: "key", keys: "Enter" }],
      [expect.any(String), { type: "key", keys: "Control+Shift+s" }],
      [expect.any(String), { type: "click", button: "right", count: 2 }],
    ]);
    expect(made.name).toEqual({ en: "Search a product" });
    expect(made.steps[1]?.recorded?.url).toBe("https://shop.example.com/list#top");
    expect(JSON.stringify({ made, targets, findings })).not.toMatch(/secret|ada/);
    expect(targets.map(({ selector, others }) => [selector, others])).toEqual([
      ["aria/Search", ["#search", 'xpath///*[@id="search"]', "pierce/#search"]],
      ["my-app >>> #search", ["#search"]],
      ["text/Open", undefined],
    ]);
    expect(findings.map(({ path, code }) => [path, code])).toEqual([
      ["steps[0]", "command"],
      ["steps[12]", "typed"],
      ["steps[13]", "command"],
      ["steps[15]", "command"],
      ["steps[16]", "unknown"],
      ["steps[3]", "typed"],
      ["steps[14].frame", "frame"],
    ]);
  });

  it.each([
    [{}, "steps"],
    [{ steps: [{ type: 5 }] }, "steps[0].type"],
    [{ steps: [{ type: "scroll" }] }, "click, change or navigate"],
    [{ steps: [{ type: "customStep", name: "waymark.guide", parameters: { guide: {} } }] }, "kind"],
  ])("X15: %j is refused with what is wrong", (flow, said) => {
    const result = importRecorderJson(flow, { id: "a" });
    expect(result.ok ? "" : explain(result.error)).toContain(said);
  });

  it("X15: any input gives a valid guide or problems", () => {
    const steps = fc.array(
      fc.record(
        {
          type: fc.constantFrom("click", "change", "keyDown", "keyUp", "navigate", "customStep"),
          key: fc.string(),
          url: fc.string(),
          name: fc.constantFrom("waymark.guide", "waymark.step", "x"),
          parameters: fc.anything(),
          selectors: fc.array(fc.oneof(fc.string(), fc.array(fc.string()))),
        },
        { requiredKeys: ["type"] },
      ),
    );
    fc.assert(
      fc.property(fc.record({ title: fc.string(), steps }), (flow) => {
        const result = importRecorderJson(flow, { id: "a" });
        if (result.ok) expect(guideJson(result.value.guide).ok).toBe(true);
        else expect(result.error).not.toEqual([]);
      }),
    );
  });
});
