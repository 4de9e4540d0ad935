import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readNodeRedTour } from "../../test/support/node-red-tours.ts";
import { plainText } from "../tour/plain-text.ts";
import type { Imported } from "./imported.ts";
import { type ReadTour, readFile } from "./read-file.ts";

const FIXTURES = join(import.meta.dirname, "../../test/fixtures/exchange");

function fixture(path: string) {
  return tours(readFileSync(join(FIXTURES, path), "utf8"));
}
function tours(text: string) {
  const read = readFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.tours.map((tour) => ({ ...tour, made: made(tour.convert({ id: "guide" })) }));
}
function made(result: ReturnType<ReadTour["convert"]>): Imported {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
function problems(text: string) {
  const read = readFile(text);
  if (!read.ok) return read.problems;
  return read.tours.flatMap((tour) => {
    const result = tour.convert({ id: "guide" });
    return result.ok ? [] : result.problems;
  });
}

describe("X31: files that people have published", () => {
  it.each([
    ["driver/define-steps.js", "driver", 3, 3],
    ["driver/highlight.js", "driver", 1, 1],
    ["driver/highlight-offset.js", "driver", 1, 1],
    ["driver/driverjs-react.js", "driver", 4, 4],
    ["shepherd/ohif-basic-viewer.js", "shepherd", 11, 11],
    ["shepherd/react-shepherd.js", "shepherd", 1, 1],
    ["shepherd/vue-shepherd.vue", "shepherd", 1, 0],
    ["intro/angular-intro.js", "intro", 5, 5],
    ["intro/intro-js-react.js", "intro", 3, 3],
    ["intro/react-introjs.js", "intro", 2, 2],
    ["intro/ember-introjs.js", "intro", 2, 2],
    ["recorder/webpagetest.json5", "recorder", 1, 0],
    ["side/select-window.side", "side", 3, 2],
    ["side/single-suite.side", "side", 4, 3],
    ["side/single-test.side", "side", 4, 3],
    ["side/test-case-reuse.side", "side", 5, 4],
  ])("%s: a %s of %i steps, %i of which point at something", (path, format, steps, targets) => {
    const [first] = fixture(path);
    expect(first?.format).toBe(format);
    expect(first?.made.guide.steps).toHaveLength(steps);
    expect(first?.made.targets).toHaveLength(targets);
  });

  it("a driver.js 1 tour in TypeScript, which is not called as its settings are", () => {
    const [tour] = fixture("driver/driverjs-react.js");
    expect(tour?.name).toBeUndefined();
    expect(tour?.made.targets.map(({ selector }) => selector)).toContain("#tour-example-4");
  });

  it.each(["webdriverio", "nightwatch"])("a recording in which nobody did anything: %s", (name) => {
    const text = readFileSync(join(FIXTURES, `recorder/${name}.json5`), "utf8");
    expect(problems(text)).toMatchObject([{ path: "steps", line: 3, found: "none" }]);
  });

  it("a project of 30 recorded tests gives a guide for each that somebody can follow", () => {
    const all = fixture("side/control-flow-suite.side");
    expect(all).toHaveLength(19);
    expect(all.map(({ name }) => name)).toContain("locator fallback");
    expect(all.every(({ made: { guide } }) => guide.steps.length > 0)).toBe(true);
  });

  it("a minified tour of an application, its texts in the hands of a translation", () => {
    const [tour] = fixture("shepherd/ohif-basic-viewer.js");
    expect(tour?.name).toBe("basicViewerTour");
    const titles = tour?.made.guide.steps.map(({ title }) => title.en);
    expect(titles?.[1]).toBe("Zooming In and Out");
    const clicked = tour?.made.targets.filter(({ advance }) => advance === "click");
    expect(clicked?.map(({ selector }) => selector)).toContain("#trackedMeasurements-btn");
    const codes = new Set(tour?.made.findings.map(({ code }) => code));
    expect(codes).toEqual(new Set(["layout", "text-key", "wait-event", "prepare"]));
  });

  it("an element that is only looked up is a selector", () => {
    const [tour] = fixture("intro/angular-intro.js");
    expect(tour?.made.targets.map(({ selector }) => selector)).toEqual([
      "#step1",
      "#step2",
      "#step3",
      "#step4",
      "#step5",
    ]);
    expect(plainText(tour?.made.guide.steps[1]?.body.en ?? [])).toBe("");
    expect(tour?.made.guide.steps[1]?.title.en).toBe("You can also include HTML");
  });
});

describe("X31: whatever it is called, a file is known by what is in it", () => {
  it("JSON, a script and a page with one say the same", async () => {
    const steps = [{ element: "#a", intro: "First" }, { intro: "Then" }];
    const json = JSON.stringify({ steps }, null, 2);
    const of = (text: string) => tours(text).map(({ made: { guide } }) => guide.steps);
    const expected = of(json);
    expect(expected[0]).toHaveLength(2);
    expect(of(JSON.stringify(steps))).toEqual(expected);
    expect(of(`introJs().setOptions(${json}).start();`)).toEqual(expected);
    expect(of(`<!-- hidden -->\nintroJs().setOptions(${json});`)).toEqual(expected);
    expect(of(`<p>x</p>\n<script>introJs().setOptions(${json})</script>`)).toEqual(expected);
    expect(of(`introJs().addStep(${JSON.stringify(steps[0])}).addStep({ intro: "Then" })`)).toEqual(
      expected,
    );
    expect(of(`{ steps: [{ element: '#a', intro: 'First' }, { intro: 'Then' },], }`)).toEqual(
      expected,
    );
    const click = { type: "click", selectors: [["aria/Save"], ["#save"]], offsetX: 1, offsetY: 1 };
    const flow = JSON.stringify({ title: "Flow", steps: [click] });
    expect(tours(flow)[0]).toMatchObject({ format: "recorder", name: "Flow" });
    const nodeRed = await readNodeRedTour("first-flow");
    expect(tours(JSON.stringify(nodeRed))[0]?.format).toBe("node-red");
  });

  it("steps that stand on the elements of a page, in the order of their numbers", () => {
    const [first, second] = tours(`<!doctype html>
      <a data-step="2" data-intro="Then <b>this</b>">x</a>
      <a id="save" data-step="1" data-title="Save" data-intro="First" data-position="left-aligned">y</a>
      <div data-intro-group="other" data-intro="Elsewhere"></div>`);
    expect(first?.made.guide.steps.map(({ title }) => title.en)).toEqual(["Save", "Then this"]);
    expect(first?.made.targets[0]).toMatchObject({
      selector: '[id="save"]',
      others: ['[data-intro="First"]', '[data-intro][data-step="1"]'],
    });
    expect(second?.name).toBe("other");
  });

  it("several tours of one script, with the names that it gives them", () => {
    const script = `
      const steps = [{ popover: { title: "One" } }];
      const d = driver({ showProgress: true, steps });
      export const adminTour: DriveStep[] = [{ element: "#a", popover: { title: "Two" } }];
      const tour = new Shepherd.Tour({ defaultStepOptions: { scrollTo: true } });
      tour.addStep("first", { text: "Three" });
      tour.addStep({ text: "Four", attachTo: "#b bottom" });`;
    const all = tours(script);
    expect(all.map(({ format, name, place }) => [format, name, place.line])).toEqual([
      ["driver", undefined, 2],
      ["driver", "adminTour", 4],
      ["shepherd", undefined, 6],
    ]);
    expect(all[2]?.made.guide.steps.map(({ placement }) => placement)).toEqual([
      undefined,
      "bottom",
    ]);
    expect(all[2]?.made.targets[0]?.selector).toBe("#b");
  });

  it("X1: findings say in which line", () => {
    const [tour] = tours(
      `driver({\n  steps: [\n    { popover: { title: "A",\n        onNextClick: () => go() } },\n    ...more,\n  ],\n})`,
    );
    const told = tour?.made.findings.map(({ code, line, what }) => [code, line, what]);
    expect(told).toEqual([
      ["unread", 5, "...more"],
      ["hook", 4, "() => go()"],
    ]);
  });
});

describe("X32: a bad file is told by line and column, and what would mend it", () => {
  it.each([
    ["", [undefined, undefined, "empty"]],
    ['{\n  "steps": [\n    { "intro": "a" }\n    { "intro": "b" }\n  ]\n}', [4, 5, "comma"]],
    ['{ "steps": [ { "intro": "a" } ]', [1, 32, "end"]],
    ['{ "steps": [ { "intro": "a } ] }', [1, 25, "open"]],
    ["const a = { steps: [1, 2 };", [1, 26, "bracket"]],
    ["<script>\nconst a = ;\n</script>", [2, 11, "syntax"]],
    ['{ "name": "x" }', [undefined, undefined, "unknown"]],
    ["const a = 1;", [undefined, undefined, "unknown"]],
    ["# A heading", [1, 2, "syntax"]],
  ])("%j", (text, [line, column, fault]) => {
    const [first] = problems(text);
    expect(first).toMatchObject({ fault });
    expect([first?.line, first?.column]).toEqual([line, column]);
  });

  it("a wrong shape is told by its path as well", () => {
    expect(problems('[\n  { "intro": "a" },\n  { "intro": 7 }\n]')).toEqual([
      { path: "steps[1].intro", found: "7", allowed: "a text", line: 3, column: 5 },
    ]);
    const guide = { format: 1, id: "a", kind: "tour", name: { en: "A" }, steps: [], trigger: {} };
    expect(problems(JSON.stringify(guide, null, 2))[0]).toMatchObject({ path: "steps", line: 8 });
  });
});
