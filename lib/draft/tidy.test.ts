import { describe, expect, it } from "vitest";
import type { Gesture } from "../model/gesture.ts";
import { did, reset } from "./fixture.ts";
import { tidy } from "./tidy.ts";

const gestures = (steps: ReturnType<typeof tidy>): Gesture["type"][] =>
  steps.map(({ gesture }) => gesture.type);

describe("tidy", () => {
  it("W7: the click into a field and what was entered there are one step, with the field as it was before", () => {
    reset();
    const click = did({ type: "click" }, { mark: "a.1", tag: "input", name: "Name" });
    const typed = did({ type: "input" }, { mark: "a.1", tag: "input", name: "Later" });
    const [step, ...others] = tidy([{ ...click, picture: "p" }, typed, { ...typed, id: "x" }]);
    expect(others).toEqual([]);
    expect(step).toMatchObject({
      id: click.id,
      gesture: { type: "input" },
      anchor: click.anchor,
      picture: "p",
      from: [click.id, typed.id, "x"],
    });
  });

  it("W7: a choice swallows the click that made it, and the last choice in a list counts", () => {
    reset();
    const of = { mark: "a.2", tag: "select", name: "Role" };
    const steps = tidy([
      did({ type: "click" }, of),
      did({ type: "choose", option: "Viewer" }, of),
      did({ type: "choose", option: "Editor" }, of),
      did({ type: "click" }, of),
    ]);
    expect(steps.map(({ gesture }) => gesture)).toEqual([{ type: "choose", option: "Editor" }]);
  });

  it("W7: clicks that only focus a text field, open a list or hit nothing are left out", () => {
    reset();
    const steps = tidy([
      did({ type: "click" }, { mark: "a.1", tag: "input" }),
      did({ type: "click" }, { mark: "a.2", tag: "textarea" }),
      did({ type: "click" }, { mark: "a.3", tag: "select" }),
      did({ type: "click" }, { mark: "a.4", tag: "body" }),
      did({ type: "click" }, { mark: "a.5", tag: "input", type: "submit" }),
      did({ type: "click" }, { mark: "a.6", tag: "input", role: "combobox" }),
    ]);
    expect(steps.map(({ mark }) => mark)).toEqual(["a.5", "a.6"]);
  });

  it("W7: a page that follows a click is its result, through redirects; the same page again is nothing", () => {
    reset();
    const click = did({ type: "click" }, { mark: "a.1", tag: "a", name: "Reports" });
    const steps = tidy([
      did({ type: "navigate" }, { url: "https://app.test/" }),
      { ...click, url: "https://app.test/" },
      did({ type: "navigate" }, { url: "https://app.test/login" }),
      did({ type: "navigate" }, { url: "https://app.test/reports" }),
      did({ type: "navigate" }, { url: "https://app.test/reports" }),
    ]);
    expect(gestures(steps)).toEqual(["navigate", "click"]);
    expect(steps[1]).toMatchObject({ leadsTo: "https://app.test/reports" });
    expect(steps[1]?.from).toHaveLength(4);
  });

  it("W7: a page that comes long after a click was opened by somebody", () => {
    reset();
    const click = did({ type: "click" }, { mark: "a.1", tag: "button" });
    const later = did({ type: "navigate" }, { url: "https://app.test/other" });
    const both = ["click", "navigate"];
    expect(gestures(tidy([click, { ...later, at: click.at + 60_000 }]))).toEqual(both);
    expect(gestures(tidy([click, { ...later, found: true }]))).toEqual(both);
  });

  it("W7: double clicks are one, impatient repetitions too; the second click of a toggle is not", () => {
    reset();
    const of = { mark: "a.1", tag: "button" };
    const first = did({ type: "click" }, of);
    const twice = { ...did({ type: "click", count: 2 }, of), at: first.at + 200 };
    expect(tidy([first, twice]).map(({ gesture }) => gesture)).toEqual([
      { type: "click", count: 2 },
    ]);
    const again = { ...did({ type: "click" }, of), at: first.at + 300 };
    expect(tidy([first, again])).toHaveLength(1);
    expect(tidy([first, { ...again, at: first.at + 1_500 }])).toHaveLength(2);
    const key = did({ type: "key", keys: "Escape" });
    expect(tidy([key, { ...key, id: "y", at: key.at + 500 }])).toHaveLength(1);
  });

  it("W7: a new tab is a step of its own", () => {
    reset();
    const click = did({ type: "click" }, { mark: "a.1", tag: "a" });
    const opened = did({ type: "navigate", newTab: true }, { url: "https://app.test/b" });
    expect(gestures(tidy([click, opened]))).toEqual(["click", "navigate"]);
  });
});
