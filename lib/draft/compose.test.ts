import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fingerprint } from "../model/anchor.ts";
import { Guide, type Step } from "../model/guide.ts";
import { parse } from "../model/parse.ts";
import { RecordedStep } from "../model/recording.ts";
import { compose, composeSteps } from "./compose.ts";
import { did, reset } from "./fixture.ts";
import { insertSteps } from "./steps.ts";
import { tidy } from "./tidy.ts";

const LOCALES = ["en", "ru"];
const titles = ({ steps }: { steps: readonly Step[] }) => steps.map(({ title }) => title);

describe("compose", () => {
  it("W8: steps are told in all languages of the workspace", () => {
    reset();
    const guide = compose(
      [
        did({ type: "navigate" }, { page: "Orders" }),
        did({ type: "click" }, { tag: "button", name: "Deploy" }),
        did({ type: "click", button: "right" }, { tag: "tr" }),
        did({ type: "click", count: 2 }, { tag: "div", text: "node" }),
        did({ type: "input" }, { tag: "input", label: "Name", role: "textbox" }),
        did({ type: "choose", option: "Editor" }, { tag: "select", name: "Role" }),
        did({ type: "choose", option: "Dark" }, { tag: "input", name: "Dark" }),
        did({ type: "key", keys: "Control+S" }),
        did({ type: "key", keys: "Enter" }, { tag: "input", name: "Search" }),
        did(
          { type: "drag", to: { samples: [{ fingerprint: { tag: "div", name: "Workspace" } }] } },
          { tag: "div", name: "inject" },
        ),
      ],
      { id: "g", locales: LOCALES },
    );
    expect(titles(guide)).toEqual([
      { en: "Open “Orders”", ru: "Откройте «Orders»" },
      { en: "Click “Deploy”", ru: "Нажмите «Deploy»" },
      { en: "Right-click here", ru: "Нажмите правой кнопкой здесь" },
      { en: "Double-click “node”", ru: "Дважды нажмите «node»" },
      { en: "Fill in “Name”", ru: "Заполните поле «Name»" },
      { en: "Choose “Editor” in “Role”", ru: "Выберите «Editor» в поле «Role»" },
      { en: "Choose “Dark”", ru: "Выберите «Dark»" },
      { en: "Press Ctrl+S", ru: "Нажмите Ctrl+S" },
      { en: "Press Enter in “Search”", ru: "Нажмите Enter в поле «Search»" },
      { en: "Drag “inject” to “Workspace”", ru: "Перетащите «inject» в «Workspace»" },
    ]);
    const entered = guide.steps[4]?.body.ru?.[0];
    expect(entered).toMatchObject({ children: [{}, { type: "code", text: "ваше значение" }] });
  });

  it("W8: a place that holds things is not called what they say", () => {
    const dropped = (place: Partial<Fingerprint>) => {
      const viewport = { width: 1000, height: 800 };
      const fingerprint = { tag: "div", viewport, ...place };
      const step = did({ type: "drag", to: { samples: [{ fingerprint }] } }, { tag: "li" });
      return compose([step], { id: "g", locales: ["en"] }).steps[0]?.title.en;
    };
    const small = { x: 0, y: 0, width: 200, height: 24 };
    const large = { x: 0, y: 0, width: 700, height: 600 };
    expect(dropped({ text: "Archive", box: small })).toBe("Drag this to “Archive”");
    expect(dropped({ text: "timestamp", box: large })).toBe("Drag this to its place");
    expect(dropped({ text: "To do", name: "To do", box: large })).toBe("Drag this to its place");
    expect(dropped({ text: "timestamp", name: "Flow", box: large })).toBe("Drag this to “Flow”");
  });

  it("W8: a page that was brought about is waited for, else what is done; else people say so themselves", () => {
    reset();
    const [click, page] = [
      did({ type: "click" }, { tag: "a", name: "Order", mark: "a.1", url: "https://app.test/" }),
      did({ type: "navigate" }, { url: "https://app.test/orders/4711#x" }),
    ];
    const same = did(
      { type: "click" },
      { tag: "a", mark: "a.2", url: "https://app.test/orders/1" },
    );
    const next = did({ type: "navigate" }, { url: "https://app.test/orders/2" });
    const guide = compose(
      [
        click,
        page,
        { ...same, at: 90_000 },
        { ...next, at: 90_500 },
        did({ type: "input" }, { tag: "div", name: "Text" }),
        did({ type: "choose" }, { tag: "li", role: "option" }),
        did({ type: "drag" }, { tag: "div" }),
      ],
      { id: "g", locales: LOCALES },
    );
    expect(guide.steps.map(({ advance }) => advance)).toEqual([
      {
        on: "until",
        condition: { type: "page", url: { path: "/orders/*" } },
      },
      { on: "click" },
      { on: "next" },
      { on: "click" },
      { on: "next" },
    ]);
    expect(guide.trigger).toEqual({
      start: "manual",
      when: { type: "page", url: { path: "/" } },
    });
  });

  it("W8: what opened is waited for, rather than the click that opened it", () => {
    reset();
    const click = { ...did({ type: "click" }, { tag: "button", name: "New" }), result: "#editor" };
    const key = { ...did({ type: "key", keys: "Control+K" }), result: "#search" };
    const typed = { ...did({ type: "input" }, { tag: "input" }), result: "#hints" };
    const { steps } = compose([click, key, typed], { id: "g", locales: LOCALES });
    const shown = (selector: string) => ({
      on: "until",
      condition: { type: "element", selector, state: "present" },
    });
    expect(steps.map(({ advance }) => advance)).toEqual([
      shown("#editor"),
      shown("#search"),
      { on: "input" },
    ]);
  });

  it("W8: a picture stands in its step, in every language, with words for who cannot see it", () => {
    reset();
    const picture = "a".repeat(64);
    const click = { ...did({ type: "click" }, { tag: "button", name: "Save" }), picture };
    const { steps } = compose([click], { id: "g", locales: LOCALES });
    expect(steps[0]?.body).toEqual({
      en: [{ type: "image", asset: picture, alt: "Click “Save”" }],
      ru: [{ type: "image", asset: picture, alt: "Нажмите «Save»" }],
    });
  });

  it("W8: any recorded list gives a valid guide of either kind, and nothing is left out to make it so", () => {
    fc.assert(
      fc.property(recordedLists(), fc.constantFrom("how-to", "tour"), (recorded, kind) => {
        const options = { id: "g", kind, locales: LOCALES } as const;
        const guide = compose(recorded, options);
        expect(guide.steps).toHaveLength(tidy(recorded).length);
        if (guide.steps.length === 0) return;
        const parsed = parse(Guide, guide);
        expect(parsed.ok ? [] : parsed.error).toEqual([]);
      }),
    );
  });

  it("W9: steps that were forgotten come in where they belong, without the page that they began in", () => {
    reset();
    const one = did({ type: "click" }, { tag: "button", name: "One" });
    const guide = compose([one], { id: "g", locales: ["en"] });
    const added = composeSteps(
      [did({ type: "navigate" }), did({ type: "click" }, { tag: "button", name: "Two" }), one],
      ["en"],
    );
    const after = insertSteps(guide, added, guide.steps[0]?.id ?? null);
    if (!after.ok) throw new Error("refused");
    expect(titles(after.guide)).toEqual([
      { en: "Click “One”" },
      { en: "Click “Two”" },
      { en: "Click “One”" },
    ]);
  });
});

/** Lists as pages write them: what does not parse never gets so far. */
function recordedLists(): fc.Arbitrary<RecordedStep[]> {
  const text = fc.oneof(
    fc.string({ maxLength: 120, minLength: 1 }),
    fc.constantFrom("{{user.name}}", "{{{", "Save", " "),
  );
  const print = fc.record(
    {
      tag: fc.constantFrom("input", "select", "button", "div", "body", "a"),
      name: text,
      role: fc.constantFrom("option", "textbox"),
      type: fc.constantFrom("submit", "text"),
    },
    { requiredKeys: ["tag"] },
  );
  const anchor = print.map((fingerprint) => ({ samples: [{ fingerprint }] }));
  const gesture = fc.oneof(
    fc.record(
      { type: fc.constant("click" as const), count: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: ["type"] },
    ),
    fc.constant({ type: "input" as const }),
    fc.record({ type: fc.constant("choose" as const), option: text }, { requiredKeys: ["type"] }),
    fc.record({ type: fc.constant("key" as const), keys: text }),
    fc.record({ type: fc.constant("drag" as const), to: anchor }, { requiredKeys: ["type"] }),
    fc.record(
      { type: fc.constant("navigate" as const), newTab: fc.boolean() },
      { requiredKeys: ["type"] },
    ),
  );
  const url = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom(
      "",
      "about:blank",
      "https://app.test",
      "https://app.test/#/a/1",
      `https://a/${"x".repeat(900)}`,
    ),
    fc.string({ maxLength: 50 }),
  );
  const step = fc.record(
    {
      id: fc.uuid(),
      at: fc.integer({ min: 0, max: 20_000 }),
      gesture,
      url,
      page: text,
      anchor,
      mark: fc.constantFrom("a.1", "a.2"),
      result: fc.constantFrom("#dialog", "[role=dialog]"),
    },
    { requiredKeys: ["id", "at", "gesture", "url"] },
  );
  return fc
    .uniqueArray(step, { selector: ({ id }) => id, maxLength: 100 })
    .map((steps) => steps.filter((one) => parse(RecordedStep, one).ok) as RecordedStep[]);
}
