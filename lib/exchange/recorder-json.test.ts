import { parse as parseFlow } from "@puppeteer/replay";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorTo, guide, step } from "../../test/e2e/page/support/guides.ts";
import { hostileGuide } from "../../test/support/hostile-guide.ts";
import type { Guide, Step } from "../model/guide.ts";
import { explain } from "../model/parse.ts";
import { type RecorderStep, recorderJson } from "./recorder-json.ts";

function flowOf(some: Guide): { title: string; steps: RecorderStep[] } {
  const result = recorderJson(some, "en");
  if (!result.ok) throw new Error(explain(result.error));
  return JSON.parse(result.value);
}

const at = (gesture: NonNullable<Step["recorded"]>["gesture"]) => ({
  recorded: { gesture, url: "https://app.example.com/flows" },
});
const anchor = anchorTo({
  tag: "button",
  role: "button",
  name: "Deploy",
  text: "Deploy all",
  id: "deploy",
  testIds: { "data-testid": 'the "one"' },
  box: { x: 0, y: 0, width: 80, height: 30 },
});

describe("X13: a guide for DevTools' Recorder", () => {
  it("X13: its own parser takes it, whatever the texts are", () => {
    fc.assert(
      fc.property(hostileGuide, (some) => {
        const flow = flowOf(some);
        expect(parseFlow(flow).steps).toHaveLength(flow.steps.length);
      }),
      { numRuns: 50 },
    );
  });

  it("X13: elements are named in several ways, the surest first", () => {
    const flow = flowOf(guide([step("a", { anchor, ...at({ type: "click" }) })]));
    expect(flow.steps).toMatchObject([
      { type: "navigate", url: "https://app.example.com/flows" },
      { type: "customStep", name: "waymark.guide", parameters: { replays: 1 } },
      {
        type: "click",
        selectors: [
          ['aria/Deploy[role="button"]'],
          ['[data-testid="the \\"one\\""]'],
          ["#deploy"],
          ["text/Deploy all"],
        ],
        offsetX: 40,
        offsetY: 15,
      },
      { type: "customStep", name: "waymark.step", parameters: { replays: 1 } },
    ]);
  });

  it.each([
    [at({ type: "click", count: 2, button: "right" }), ["doubleClick"], { button: "secondary" }],
    [at({ type: "input" }), ["change"], { value: "…" }],
    [at({ type: "choose", option: "inject" }), ["change"], { value: "inject" }],
    [
      at({ type: "key", keys: "Control++" }),
      ["keyDown", "keyDown", "keyUp", "keyUp"],
      { key: "Control" },
    ],
    [at({ type: "drag" }), ["waitForElement"], {}],
    [{}, ["waitForElement"], {}],
    [{ advance: { on: "click" as const } }, ["click"], {}],
  ])("X13: %j is played by %j", (more, types, first) => {
    const played = flowOf(guide([step("a", { anchor, ...more })])).steps.filter(
      ({ type }) => type !== "customStep" && type !== "navigate",
    );
    expect(played.map(({ type }) => type)).toEqual(types);
    expect(played[0]).toMatchObject(first);
  });
});
