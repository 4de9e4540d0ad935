import { describe, expect, it } from "vitest";
import { explain, type Result } from "../model/parse.ts";
import { plainText } from "../tour/plain-text.ts";
import { importDriverTour } from "./driver-tour.ts";
import { type Imported, pointing } from "./imported.ts";
import { importIntroTour } from "./intro-tour.ts";
import { importShepherdTour } from "./shepherd-tour.ts";
import { importSideTest } from "./side-test.ts";

const code = (source: string) => ({ function: source });
const told = ({ findings }: Imported) => findings.map(({ path, code: what }) => `${path} ${what}`);
function made(result: Result<Imported>): Imported {
  if (!result.ok) throw new Error(explain(result.error));
  return result.value;
}

describe("X1: a tour of driver.js", () => {
  const driver = (steps: unknown, more = {}) =>
    made(importDriverTour({ steps, ...more }, { id: "tour" }));

  it("keeps what leads on, what to do without the element, side and HTML", () => {
    const { guide, targets, findings } = driver([
      {
        element: "#a",
        popover: {
          title: "<i class='x'></i>Save",
          description: "<p>It <b>stays</b></p>",
          side: "left",
        },
        advanceOnClick: true,
        skipMissingElement: true,
      },
      { popover: { description: "Only words. And more." } },
    ]);
    expect(guide.steps[0]).toMatchObject({
      title: { en: "Save" },
      placement: "left",
      onMissing: "skip",
    });
    expect(targets).toEqual([
      { step: "save", path: "steps[0].element", selector: "#a", advance: "click" },
    ]);
    expect(guide.steps[1]?.title.en).toBe("Only words.");
    expect(findings.map(({ code: what }) => what)).toEqual(["icon", "title"]);
  });

  it("tells code, computed texts and elements, unknown fields and steps that are not data", () => {
    const imported = driver(
      [
        {
          element: code("() => find()"),
          popover: { title: code("t('a.b')"), onNextClick: code("go") },
        },
        code("...more"),
        {
          element: code("() => document.getElementById('x')"),
          popover: { title: "B", sparkle: 1 },
        },
      ],
      { showProgress: true, onDestroyed: code("() => done()") },
    );
    expect(told(imported)).toEqual([
      "showProgress layout",
      "onDestroyed hook",
      "steps[1] unread",
      "steps[0].popover.title text-key",
      "steps[0].element target-code",
      "steps[0].popover.onNextClick hook",
      "steps[2].popover.sparkle unknown",
    ]);
    expect(imported.targets.map(({ selector }) => selector)).toEqual(['[id="x"]']);
  });
});

describe("X1: a tour of Shepherd", () => {
  it("keeps paragraphs, old and new ways to attach, and events of the target", () => {
    const { guide, targets } = made(
      importShepherdTour(
        {
          steps: [
            { title: "A", text: ["One", "<b>Two</b>"], attachTo: ".menu a bottom" },
            {
              title: "B",
              attachTo: { element: "#b", on: "right-start" },
              advanceOn: { selector: "#b i", event: "click" },
            },
            { title: "C", attachTo: { element: "#c" }, advanceOn: "#other click" },
          ],
        },
        { id: "tour" },
      ),
    );
    expect(guide.steps.map(({ placement }) => placement)).toEqual(["bottom", "right", undefined]);
    expect(plainText(guide.steps[0]?.body.en ?? [])).toBe("One Two");
    expect(targets.map(({ selector, advance }) => [selector, advance])).toEqual([
      [".menu a", undefined],
      ["#b", "click"],
      ["#c", undefined],
    ]);
  });

  it("tells buttons that do something of their own, and only these", () => {
    const buttons = [
      { text: "Next", action: code("tour.next") },
      { text: "Skip", type: "cancel" },
      { text: "Buy", action: code("() => { shop.buy(); return this.next(); }".padEnd(130)) },
    ];
    const imported = made(
      importShepherdTour({ steps: [{ title: "A", buttons, when: {} }] }, { id: "tour" }),
    );
    expect(told(imported)).toEqual(["steps[0].buttons[2] button", "steps[0].when hook"]);
  });
});

it("X1: a tour of intro.js goes by the numbers of its steps, and tells its hints", () => {
  const imported = made(
    importIntroTour(
      {
        steps: [{ intro: "Last" }, { intro: "Second", step: 2 }, { intro: "First", step: 1 }],
        hints: [{}],
      },
      { id: "tour", locale: "de", name: "Rundgang" },
    ),
  );
  expect(imported.guide.steps.map(({ title }) => title.de)).toEqual(["First", "Second", "Last"]);
  expect(imported.guide.name).toEqual({ de: "Rundgang" });
  expect(told(imported)[0]).toBe("hints hints");
});

describe("X33: a recorded test", () => {
  const command = (name: string, target = "", value = "", more = {}) => ({
    command: name,
    target,
    value,
    ...more,
  });
  const side = (commands: object[], locale = "en") =>
    made(
      importSideTest(
        { url: "https://app.example/", tests: [{ name: "Order", commands }] },
        { id: "order", test: 0, locale },
      ),
    );

  it("becomes a step for each thing that somebody did, with how it came about", () => {
    const { guide, targets } = side([
      command("open", "/orders?user=jane#new"),
      command("click", "linkText=Export", "", {
        targets: [
          ["linkText=Export", "linkText"],
          ["css=#e", "css"],
        ],
      }),
      command("type", "id=name", "Jane Canary"),
      command("select", "id=size", "label=Large"),
      command("sendKeys", "id=name", ["$", "{KEY_ENTER}"].join("")),
      command("doubleClick", "css=.row", "", { comment: "Open the row" }),
      command("dragAndDropToObject", "id=a", "id=b"),
      command("mouseOver", "id=menu"),
    ]);
    expect(guide.steps.map(({ title }) => title.en)).toEqual([
      "Open “/orders#new”",
      "Click “Export”",
      "Fill in “name”",
      "Choose “Large” in “size”",
      "Press Enter in “name”",
      "Open the row",
      expect.stringMatching(/^Drag “a”/),
      "Point at “menu”",
    ]);
    expect(guide.steps[0]?.recorded).toEqual({
      gesture: { type: "navigate" },
      url: "https://app.example/orders#new",
    });
    expect(targets[0]).toMatchObject({ selector: "text/Export", others: ["#e"], retell: true });
    expect(JSON.stringify(guide)).not.toMatch(/Canary|jane/);
  });

  it("a long comment is the title and the text", () => {
    const comment = `Open the row. ${"It shows what was ordered and when. ".repeat(6)}`;
    const { guide } = side([command("click", "css=.row", "", { comment })]);
    expect(guide.steps[0]?.title.en).toBe("Open the row.");
    expect(plainText(guide.steps[0]?.body.en ?? [])).toMatch(/^It shows .* when\.$/);
  });

  it("tells what is left out, in the language of the guide", () => {
    const imported = side(
      [
        command("click", "id=ok"),
        command("assertText", "id=ok", "x"),
        command("//click", "id=ok"),
        command("if", "true"),
        command("executeScript", "return 1"),
        command("selectFrame", "index=0"),
        command("plugin"),
      ],
      "ru",
    );
    expect(imported.guide.steps[0]?.title.ru).toBe("Нажмите «ok»");
    expect(told(imported).map((line) => line.split(" ")[1])).toEqual([
      "command",
      "disabled",
      "control",
      "hook",
      "frame",
      "unknown",
    ]);
  });

  it("calls the element as the page does, once it is found", () => {
    const { guide, targets } = side([command("click", "id=ok")]);
    const [step, target] = [guide.steps[0], targets[0]];
    if (!step || !target) throw new Error("no step");
    const sample = { fingerprint: { tag: "button", name: "Confirm order" } };
    expect(pointing(step, target, { outcome: "exact", sample })).toMatchObject({
      title: { en: "Click “Confirm order”" },
      advance: { on: "click" },
    });
  });
});
